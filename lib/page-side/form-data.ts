import type { Lifetime } from '../upload-page/safely.ts';

/**
 * Tells which files a form is about to send. The browser makes the form's data when it submits the
 * form, in whichever way that began, or when the page's script reads it. That is the last moment at
 * which the files can be seen to be with the page.
 */
export function watchFormData(
  window: Window,
  { signal, safely }: Lifetime,
  onFiles: (names: readonly string[]) => void,
): void {
  const onFormData = ({ formData }: FormDataEvent) => {
    const names: string[] = [];
    formData.forEach((value) => {
      if (typeof value !== 'string' && value.size > 0) names.push(value.name);
    });
    if (names.length > 0) onFiles(names);
  };
  window.addEventListener('formdata', safely(onFormData), { capture: true, signal });
}
