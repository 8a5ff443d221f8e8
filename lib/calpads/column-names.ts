/**
 * Words found in the column names of CALPADS file specifications. An ODS extract has no header row,
 * but a program or a person may have added one.
 */
const COLUMN_WORDS =
  /record|type|code|transaction|local|ident|report|lea|school|academic|year|student|ssid|name|date|birth|gender|enroll|exit|grade|status|language|program|course|section|term|credit|mark|teacher|district|flag|indicator|address|city|state|zip|start|end|reason|level|method|number|upload|update/i;

/** A year, a date or an id. No column name has one. */
const LONG_NUMBER = /\d{4}/;

/**
 * Whether most fields of a line are column names. A record about a person never looks like that.
 */
export function isHeaderRow(fields: readonly string[]): boolean {
  const filled = fields.map((field) => field.trim()).filter(Boolean);
  if (filled.length < 4 || filled.some((field) => LONG_NUMBER.test(field))) return false;
  return filled.filter((field) => COLUMN_WORDS.test(field)).length >= filled.length * 0.6;
}

/** Only a field made of these words alone is shown to a person. Any other word hides the field. */
const KNOWN_WORDS =
  /^(record|type|code|transaction|local|id|identifier|reporting|lea|school|of|attendance|academic|year|student|statewide|ssid|legal|first|middle|last|name|date|birth|gender|enrollment|exit|grade|level|status|primary|language|program|course|section|term|credits?|mark|teacher|district|indicator|start|end|reason|number|upload|updated?)$/i;

/** Whether every word of a field belongs to a column name. */
export function isColumnName(field: string): boolean {
  const words = field.split(/[^A-Za-z]|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
  return words.length > 0 && words.every((word) => KNOWN_WORDS.test(word));
}
