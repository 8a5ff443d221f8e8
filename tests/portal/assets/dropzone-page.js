import { LOAD_ADDRESS } from './load-file.js';
import { submitInPlace } from './submit-in-place.js';
import { Dropzone } from './vendor/dropzone.js';

const area = document.getElementById('uploadArea');
const button = document.getElementById('btnSubmit');

const zone = new Dropzone('#dropArea', {
  url: LOAD_ADDRESS,
  // The defaults stop at 256 MB and at 30 seconds. The site has no such limit.
  maxFilesize: null,
  timeout: 0,
  addRemoveLinks: true,
  dictRemoveFile: 'Remove',
  previewTemplate: `
<div class="file-list__item">
  <span class="file-list__name" data-dz-name></span>
  <span class="file-list__size" data-dz-size></span>
  <span class="file-list__state"></span>
  <span class="file-list__message" data-dz-errormessage></span>
</div>`,
});

const SHOWN = [
  ['addedfile', 'loading', 'Loading in Progress'],
  ['success', 'ready', 'Ready to Submit'],
  ['error', 'issue', 'Issue with File'],
];

for (const [event, state, words] of SHOWN) {
  zone.on(event, (file) => {
    file.previewElement.dataset.state = state;
    file.previewElement.querySelector('.file-list__state').textContent = words;
  });
}
for (const event of ['addedfile', 'complete', 'removedfile']) {
  zone.on(event, showWhetherLoading);
}

function showWhetherLoading() {
  button.disabled = zone.files.some((file) => !isSettled(file));
}

function isSettled({ status }) {
  return [Dropzone.SUCCESS, Dropzone.ERROR, Dropzone.CANCELED].includes(status);
}

button.addEventListener('click', async () => {
  const loaded = zone.getFilesWithStatus(Dropzone.SUCCESS);
  await submitInPlace(area.dataset.action, {
    purpose: document.getElementById('ddlPurpose').value,
    description: document.getElementById('txtDescription').value,
    fileIds: loaded.map((file) => file.xhr.responseText),
  });
  zone.destroy();
});
