import { listFile } from './file-list.js';
import { loadFile } from './load-file.js';

const form = document.getElementById('aspnetForm');
const input = document.getElementById('ctl00_MainContent_fuDataFiles');
const button = document.getElementById('ctl00_MainContent_btnSubmit');
const list = document.getElementById('chosenFiles');
let loading = 0;

input.addEventListener('change', () => {
  for (const file of input.files) load(file);
});

async function load(file) {
  const showState = listFile(list, file, 'loading');
  loading += 1;
  button.disabled = true;
  try {
    const id = await loadFile(file);
    form.append(hiddenField('ctl00$MainContent$hfFileId', id));
    showState('ready');
  } catch {
    showState('issue');
  }
  loading -= 1;
  button.disabled = loading > 0;
}

function hiddenField(name, value) {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  return field;
}
