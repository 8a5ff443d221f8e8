import Flow from '@flowjs/flow.js';
import { LOAD_ADDRESS } from './load-file.js';
import { startForm } from './upload-form.js';

const takeFiles = startForm(document.querySelector('form.upload-form'));
const flow = new Flow({
  target: LOAD_ADDRESS,
  fileParameterName: 'file',
  testChunks: false,
  // The site takes complete files, so one chunk holds even the longest.
  chunkSize: Number.MAX_SAFE_INTEGER,
  maxChunkRetries: 0,
  allowDuplicateUploads: true,
});

flow.assignBrowse(document.getElementById('chooseFiles'));
flow.assignDrop(document.getElementById('dropArea'));
flow.on('filesSubmitted', (flowFiles) => {
  for (const flowFile of flowFiles) takeFiles([flowFile.file], () => loaded(flowFile));
  flow.upload();
});

function loaded(flowFile) {
  return new Promise((resolve, reject) => {
    flow.on('fileSuccess', (file, id) => file === flowFile && resolve(id));
    flow.on('fileError', (file) => file === flowFile && reject(new Error('It did not load')));
  });
}
