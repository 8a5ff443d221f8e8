import { FILE_PURPOSES } from '../file-purposes.ts';
import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  FILES_FIELD,
  LOADS_ON_CHOICE,
  SUBMIT_ROW,
  USUAL_CONTROLS,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const radComboPurpose = {
  ...LOADS_ON_CHOICE,
  id: 'rad-combo-purpose',
  title: 'RadComboBox-like purpose',
  purpose: 'The purpose is a read-only input without a role; its list is at the end of the body.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<div class="field">
  <span class="field__label">File Purpose:</span>
  <div id="purpose" class="RadComboBox RadComboBox_Default">
    <span class="rcbInner rcbReadOnly">
      <input class="rcbInput" name="purpose" id="purpose_Input" type="text" value="Select purpose"
        readonly autocomplete="off">
      <button class="rcbActionButton" id="purpose_Arrow" type="button" tabindex="-1">
        <span class="rcbIcon rcbIconDown"></span><span class="rcbButtonText">select</span>
      </button>
    </span>
    <div class="rcbSlide" id="purpose_Slide" hidden>
      <ul class="rcbList">${FILE_PURPOSES.map((words) => `<li class="rcbItem">${words}</li>`).join('')}</ul>
    </div>
    <input id="purpose_ClientState" name="purpose_ClientState" type="hidden">
  </div>
</div>`,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  styles: ['widgets.css'],
  scripts: ['upload-page.js', 'rad-combo-purpose.js'],
  controls: {
    ...USUAL_CONTROLS,
    purpose: { kind: 'dropdown', selector: '#purpose_Input', options: { selector: '.rcbItem' } },
  },
} as const satisfies UploadPageVariant;
