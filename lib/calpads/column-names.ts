/**
 * Words that column names of CALPADS file specifications are made of. An ODS extract has no header
 * row; a program or a person may have added one.
 */
const COLUMN_WORDS =
  /record|type|code|transaction|local|ident|report|lea|school|academic|year|student|ssid|name|date|birth|gender|enroll|exit|grade|status|language|program|course|section|term|credit|mark|teacher|district|flag|indicator|address|city|state|zip|start|end|reason|level|method|number|upload|update/i;

/** A year, a date or an id: no column name has one. */
const LONG_NUMBER = /\d{4}/;

/** Whether most fields of a line are column names; a record of a person never looks so. */
export function isHeaderRow(fields: readonly string[]): boolean {
  const filled = fields.map((field) => field.trim()).filter(Boolean);
  if (filled.length < 4 || filled.some((field) => LONG_NUMBER.test(field))) return false;
  const named = filled.filter((field) => COLUMN_WORDS.test(field));
  return named.length >= filled.length * 0.6;
}
