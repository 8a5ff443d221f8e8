import { startForm } from './upload-form.js';

const takeFiles = startForm(document.querySelector('form.upload-form'));
window.addEventListener('files-chosen', ({ detail }) => takeFiles(detail));
