import { LOAD_ADDRESS } from './load-file.js';
import { submitInPlace } from './submit-in-place.js';
import * as FilePond from './vendor/filepond.js';

const form = document.getElementById('uploadForm');
const button = form.querySelector('button[type=submit]');

const pond = FilePond.create(document.getElementById('filepond'), {
  name: 'filepond',
  credits: false,
  server: { process: LOAD_ADDRESS, revert: null, restore: null, load: null, fetch: null },
  labelIdle: '<span class="filepond--label-action">Choose files</span> or drop them here',
  labelFileProcessing: 'Loading in Progress',
  labelFileProcessingComplete: 'Ready to Submit',
  labelFileProcessingError: 'Issue with File',
  labelTapToUndo: 'click to remove',
  onaddfilestart: showWhetherLoading,
  onprocessfile: showWhetherLoading,
  onprocessfileabort: showWhetherLoading,
  onremovefile: showWhetherLoading,
});

function showWhetherLoading() {
  button.disabled = pond.getFiles().some((item) => !isSettled(item));
}

function isSettled({ status }) {
  const { PROCESSING_COMPLETE, PROCESSING_ERROR, LOAD_ERROR, IDLE } = FilePond.FileStatus;
  return [PROCESSING_COMPLETE, PROCESSING_ERROR, LOAD_ERROR, IDLE].includes(status);
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fileIds = pond.getFiles().flatMap((item) => item.serverId ?? []);
  await submitInPlace(form.getAttribute('action'), {
    purpose: form.elements.purpose.value,
    description: form.elements.description.value,
    fileIds,
  });
  pond.destroy();
});
