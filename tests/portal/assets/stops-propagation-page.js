import { startUploadForm } from './upload-form.js';

const takeFiles = startUploadForm(document.querySelector('form.upload-form'));
window.addEventListener('files-chosen', ({ detail }) => takeFiles(detail));
