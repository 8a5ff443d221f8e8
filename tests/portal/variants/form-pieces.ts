import { namedPurposeOptions } from '../file-purposes.ts';
import { FILE_LIST, FILE_STATES_LEGEND, SUBMIT_NOTE } from './file-states.ts';
import type {
  Expectation,
  HandStep,
  UploadPageControls,
  UploadPageVariant,
} from './upload-page-variant.ts';

/** The parts of most forms, each with the id of its control. */
export const PURPOSE_SELECT = `<select id="purpose" name="purpose">${namedPurposeOptions()}</select>`;
export const DESCRIPTION_INPUT = descriptionInput('');
export const FILE_INPUT = '<input type="file" id="files" multiple>';
export const SUBMIT_BUTTON =
  '<button type="submit" id="submit" class="button button--primary">CLICK TO SUBMIT</button>';

export const PURPOSE_FIELD = field('purpose', 'File Purpose:', PURPOSE_SELECT);
export const DESCRIPTION_FIELD = field('description', 'File Description:', DESCRIPTION_INPUT);
export const FILES_FIELD = field('files', 'Choose files', FILE_INPUT);
export const FILE_STATES = FILE_STATES_LEGEND + FILE_LIST;
export const SUBMIT_ROW = submitRow(SUBMIT_BUTTON);

export function descriptionInput(attributes: string): string {
  return `<input type="text" id="description" name="description" placeholder="e.g. SENR 2022-23"
    autocomplete="off" ${attributes}>`;
}

export function field(id: string, words: string, control: string): string {
  return `<div class="field"><label for="${id}">${words}</label>${control}</div>`;
}

export function submitRow(button: string): string {
  return `<div class="submit-row">${button}<span class="note">${SUBMIT_NOTE}</span></div>`;
}

export function uploadForm(action: string, ...parts: readonly string[]): string {
  return `<form class="upload-form" method="post" action="${action}">${parts.join('\n')}</form>`;
}

/** The complete usual form, for variants that differ around it. */
export function usualForm(action: string): string {
  return uploadForm(action, PURPOSE_FIELD, DESCRIPTION_FIELD, FILES_FIELD, FILE_STATES, SUBMIT_ROW);
}

/** What the page says after it takes a submission, also in translation. */
export const THANKS = /Thank you for uploading your file|Gracias por subir su/;

/** The same part with other ids, so it can be in one document twice. */
export function secondCopy(html: string, suffix: string): string {
  return html.replace(/\b(id|for)="(\w+)"/g, `$1="$2${suffix}"`);
}

export const ON = { state: 'on' } as const satisfies Expectation;

const PURPOSE = { purpose: { kind: 'select', selector: '#purpose' } } as const;
const DESCRIPTION = { description: { kind: 'value', selector: '#description' } } as const;
const FILES_AND_SUBMIT = {
  files: { kind: 'input', selector: '#files' },
  submit: { selector: '#submit' },
} as const;

export const USUAL_CONTROLS = {
  ...PURPOSE,
  ...DESCRIPTION,
  ...FILES_AND_SUBMIT,
} satisfies UploadPageControls;
export const WITHOUT_DESCRIPTION = { ...PURPOSE, ...FILES_AND_SUBMIT } satisfies UploadPageControls;
export const WITHOUT_PURPOSE = { ...DESCRIPTION, ...FILES_AND_SUBMIT } satisfies UploadPageControls;

/** The usual controls inside an open shadow root or a same-origin iframe. */
export function usualControlsWithin(host: string) {
  const within = [host];
  return {
    purpose: { ...USUAL_CONTROLS.purpose, within },
    description: { ...USUAL_CONTROLS.description, within },
    files: { ...USUAL_CONTROLS.files, within },
    submit: { ...USUAL_CONTROLS.submit, within },
  } satisfies UploadPageControls;
}

/** What a person does unless a variant says otherwise. */
export const USUAL_STEPS = [
  { do: 'purpose' },
  { do: 'description' },
  { do: 'files' },
  { do: 'submit' },
] as const satisfies readonly HandStep[];

export const NOTHING_THERE = {
  state: 'off',
  missing: ['purpose', 'description', 'files', 'submit'],
} as const satisfies Expectation;

/**
 * What most variants share: files load when they are chosen, and a script shows the thank-you text.
 */
export const LOADS_ON_CHOICE = {
  styles: [],
  scripts: ['upload-page.js'],
  confirmation: 'same-document',
  fieldNames: { purpose: 'purpose', description: 'description', loadedFileId: 'fileId' },
  controls: USUAL_CONTROLS,
  expects: ON,
  shouldNot: [],
} as const satisfies Partial<UploadPageVariant>;
