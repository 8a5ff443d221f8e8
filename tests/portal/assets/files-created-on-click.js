import { startForm } from './upload-form.js';

const takeFiles = startForm(document.querySelector('form.upload-form'));

document.getElementById('chooseFiles').addEventListener('click', () => {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => takeFiles(input.files));
  input.click();
});
