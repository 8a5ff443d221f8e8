import { startUploadForm } from './upload-form.js';

const takeFiles = startUploadForm(document.querySelector('form.upload-form'));
const zone = document.getElementById('pasteZone');

document.addEventListener('paste', ({ clipboardData }) => takeFiles(clipboardData.files));
zone.addEventListener('dragover', (event) => event.preventDefault());
zone.addEventListener('drop', (event) => {
  event.preventDefault();
  takeFiles(event.dataTransfer.files);
});
