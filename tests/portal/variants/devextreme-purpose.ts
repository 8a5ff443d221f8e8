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

export const devextremePurpose = {
  ...LOADS_ON_CHOICE,
  id: 'devextreme-purpose',
  title: 'DevExtreme-like purpose',
  purpose: 'The purpose is an empty read-only combobox deep in its box; only its arrow opens it.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<div class="dx-field">
  <div class="dx-field-label">File Purpose:</div>
  <div class="dx-field-value">
    <div id="purpose" class="dx-selectbox dx-textbox dx-texteditor dx-widget">
      <div class="dx-dropdowneditor-input-wrapper dx-selectbox-container">
        <input type="hidden" name="purpose" value="">
        <div class="dx-texteditor-container">
          <div class="dx-texteditor-input-container">
            <input class="dx-texteditor-input" type="text" readonly role="combobox" autocomplete="off"
              aria-haspopup="listbox" aria-expanded="false" aria-autocomplete="none">
            <div class="dx-placeholder" data-dx_placeholder="Select purpose"></div>
          </div>
          <div class="dx-texteditor-buttons-container">
            <div class="dx-dropdowneditor-button dx-button" role="button" aria-label="Select"></div>
          </div>
        </div>
      </div>
    </div>
  </div>
  <template id="purposeItems"><div class="dx-overlay-content"><div role="listbox">
    ${FILE_PURPOSES.map((words) => `<div class="dx-item dx-list-item" role="option"><div class="dx-item-content">${words}</div></div>`).join('')}
  </div></div></template>
</div>`,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  styles: ['widgets.css'],
  scripts: ['upload-page.js', 'devextreme-purpose.js'],
  controls: {
    ...USUAL_CONTROLS,
    purpose: {
      kind: 'dropdown',
      selector: '.dx-dropdowneditor-button',
      options: { selector: '.dx-list-item' },
      shows: { selector: '.dx-texteditor-input' },
    },
  },
} as const satisfies UploadPageVariant;
