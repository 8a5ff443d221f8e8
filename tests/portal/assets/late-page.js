import { startUploadForm } from './upload-form.js';

const LATE_MS = 5000;

setTimeout(() => {
  const region = document.getElementById('uploadRegion');
  region.replaceChildren(document.getElementById('late').content);
  startUploadForm(region.querySelector('form'));
}, LATE_MS);
