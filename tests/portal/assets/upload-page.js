import { startUploadForm } from './upload-form.js';

for (const form of document.querySelectorAll('form.upload-form')) startUploadForm(form);
