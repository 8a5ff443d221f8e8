import { listFile } from './file-list.js';

const input = document.getElementById('files');
const list = document.getElementById('chosenFiles');

// The files go with the form, so there is nothing to load and each is ready at once.
input.addEventListener('change', () => {
  list.replaceChildren();
  for (const file of input.files) listFile(list, file, 'ready');
});
