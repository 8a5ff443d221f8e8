/** Goes to the first wrong field, and opens what hides it. Call it before the errors are drawn. */
export function goToFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] input');
    const details = wrong?.closest('details');
    if (details) details.open = true;
    wrong?.focus();
  });
}
