/**
 * Makes something once for each locale. The formatters of `Intl` take much longer to make than to
 * use, and long tables use thousands.
 */
export function perLocale<Made extends object>(
  make: (locale: string) => Made,
): (locale: string) => Made {
  const all = new Map<string, Made>();
  return (locale) => {
    const made = all.get(locale) ?? make(locale);
    all.set(locale, made);
    return made;
  };
}
