import Uppy from '@uppy/core';
import Dashboard from '@uppy/dashboard';
import XHRUpload from '@uppy/xhr-upload';
import { LOAD_ADDRESS } from './load-file.js';
import { submitInPlace } from './submit-in-place.js';

const form = document.querySelector('form.upload-form');
const button = document.getElementById('submit');

const uppy = new Uppy({ autoProceed: true })
  .use(Dashboard, {
    inline: true,
    target: '#dashboard',
    width: '100%',
    height: 320,
    disableThumbnailGenerator: true,
    proudlyDisplayPoweredByUppy: false,
    showRemoveButtonAfterComplete: true,
    locale: {
      strings: {
        browseFiles: 'Choose files',
        dropPasteFiles: '%{browseFiles} or drop them here',
        uploading: 'Loading in Progress',
        complete: 'Ready to Submit',
        uploadFailed: 'Issue with File',
      },
    },
  })
  .use(XHRUpload, {
    endpoint: LOAD_ADDRESS,
    fieldName: 'file',
    timeout: 0,
    getResponseData: ({ responseText }) => ({ id: responseText }),
    // A retry would hide a load that fails once.
    shouldRetry: () => false,
  });

for (const event of ['file-added', 'upload-success', 'upload-error', 'file-removed']) {
  uppy.on(event, () => {
    button.disabled = uppy.getFiles().some(({ progress, error }) => {
      return !progress.uploadComplete && !error;
    });
  });
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await submitInPlace(form.getAttribute('action'), {
    purpose: form.elements.purpose.value,
    description: form.elements.description.value,
    fileIds: uppy.getFiles().flatMap(({ response }) => response?.body?.id ?? []),
  });
  uppy.destroy();
});
