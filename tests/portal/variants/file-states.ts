/** The three states of a chosen file, in the words and colors of the site's legend. */
export const FILE_STATES_LEGEND = `
<ul class="file-states" aria-label="File states">
  <li class="file-states__item" data-state="ready">Ready to Submit</li>
  <li class="file-states__item" data-state="loading">Loading in Progress</li>
  <li class="file-states__item" data-state="issue">Issue with File</li>
</ul>`;

/** `assets/file-list.js` shows the chosen files here. */
export const FILE_LIST = '<ul class="file-list" id="chosenFiles" aria-label="Chosen files"></ul>';

export const SUBMIT_NOTE = `*Data isn't submitted until you click this button.`;
