/** The wanted option and plausible neighbours, so that a chooser must read the words. */
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

/** Options whose value is a number, as pages bound to a database table have them. */
export function numberedPurposeOptions(): string {
  const options = FILE_PURPOSES.map(
    (purpose, at) => `<option value="${at + 1}">${purpose}</option>`,
  );
  return ['<option value="0">Select purpose</option>', ...options].join('\n');
}

/** The words behind a posted value, `''` for the first option, which is no choice. */
export function purposeText(posted: string): string {
  if (!/^\d+$/.test(posted)) return posted;
  return FILE_PURPOSES[Number(posted) - 1] ?? '';
}

/** The choices of a dropdown that is no native select, for its script to show when it is opened. */
export function listOfPurposes(): string {
  const options = FILE_PURPOSES.map(
    (purpose) => `<li role="option" aria-selected="false">${purpose}</li>`,
  );
  return `<ul class="dropdown-list" id="purposeList" role="listbox" aria-label="File Purpose" hidden>${options.join('\n')}</ul>`;
}
