import { startUploadForm } from './upload-form.js';

const { shadowRoot } = document.querySelector('upload-area');
startUploadForm(shadowRoot.querySelector('form'));
