import { startPostBackFiles } from './post-back-files.js';

const form = document.querySelector('form.upload-form');
const wrap = form.querySelector('.async-upload');
const takeFiles = startPostBackFiles({
  form,
  list: form.querySelector('.file-list'),
  button: document.getElementById('submit'),
  fieldName: 'fileId',
});

// Each choice has its own input. The used one is removed, and an empty one takes its place.
wrap.addEventListener('change', ({ target }) => {
  takeFiles(target.files);
  const next = target.cloneNode();
  next.value = '';
  target.replaceWith(next);
});
