/** The wanted option among plausible others, so the assistant has to read the words. */
export const FILE_PURPOSES = [
  'Adult Education',
  'Assessment Results',
  'CALPADS',
  'Community College MIS',
  'Student Transcripts',
  'University Enrollment',
  'Other',
] as const;

/** Options whose value is their own text. */
export function namedPurposeOptions(): string {
  const options = FILE_PURPOSES.map((purpose) => `<option value="${purpose}">${purpose}</option>`);
  return ['<option value="">Select purpose</option>', ...options].join('\n');
}

/** Options whose value is a number, as on pages bound to a database table. */
export function numberedPurposeOptions(): string {
  const options = FILE_PURPOSES.map(
    (purpose, at) => `<option value="${at + 1}">${purpose}</option>`,
  );
  return ['<option value="0">Select purpose</option>', ...options].join('\n');
}

/** The words for a posted value. `''` for the first option, which is not a choice. */
export function purposeText(posted: string): string {
  if (!/^\d+$/.test(posted)) return posted;
  return FILE_PURPOSES[Number(posted) - 1] ?? '';
}

/** The choices of a dropdown that is not a native select. Its script shows them when it opens. */
export function listOfPurposes(): string {
  const options = FILE_PURPOSES.map(
    (purpose) => `<li role="option" aria-selected="false">${purpose}</li>`,
  );
  return `<ul class="dropdown-list" id="purposeList" role="listbox" aria-label="File Purpose" hidden>${options.join('\n')}</ul>`;
}
