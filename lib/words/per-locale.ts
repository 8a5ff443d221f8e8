/** Keeps one format for each locale: to make one takes longer than to write a number with it. */
export function perLocale<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const known = new Map<string, Format>();
  return (locale) => {
    const format = known.get(locale) ?? make(locale);
    known.set(locale, format);
    return format;
  };
}
