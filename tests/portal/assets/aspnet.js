import { startPostBackFiles } from './post-back-files.js';

const takeFiles = startPostBackFiles({
  form: document.getElementById('aspnetForm'),
  list: document.getElementById('chosenFiles'),
  button: document.getElementById('ctl00_MainContent_btnSubmit'),
  fieldName: 'ctl00$MainContent$hfFileId',
});

document
  .getElementById('ctl00_MainContent_fuDataFiles')
  .addEventListener('change', ({ target }) => takeFiles(target.files));
