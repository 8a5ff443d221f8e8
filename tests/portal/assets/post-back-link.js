import { startPostBackFiles } from './post-back-files.js';

const form = document.getElementById('aspnetForm');
const takeFiles = startPostBackFiles({
  form,
  list: document.getElementById('chosenFiles'),
  button: document.getElementById('ctl00_MainContent_lbSubmit'),
  fieldName: 'ctl00$MainContent$hfFileId',
});

document
  .getElementById('ctl00_MainContent_fuDataFiles')
  .addEventListener('change', ({ target }) => takeFiles(target.files));

/** The framework writes this into every page with such a link. */
window.__doPostBack = (target, argument) => {
  form.elements['__EVENTTARGET'].value = target;
  form.elements['__EVENTARGUMENT'].value = argument;
  form.submit();
};
