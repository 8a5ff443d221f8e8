import { listFile } from './file-list.js';
import { loadFile } from './load-file.js';

const root = document.getElementById('root');
const html = root.innerHTML;
const state = { purpose: '', description: '', files: [] };

/** Makes new elements from the state, and restores the focus and the caret. */
function render() {
  const focused = root.contains(document.activeElement) && document.activeElement.id;
  root.innerHTML = html;
  const form = root.querySelector('form');
  form.elements.purpose.value = state.purpose;
  form.elements.description.value = state.description;
  form.querySelector('#submit').disabled = state.files.some((file) => file.state === 'loading');
  for (const { file, state: shown } of state.files) {
    listFile(form.querySelector('.file-list'), file, shown);
  }
  const again = focused ? form.querySelector(`#${focused}`) : null;
  again?.focus();
  if (again?.type === 'text') again.setSelectionRange(again.value.length, again.value.length);
}

async function load(file) {
  const entry = { file, state: 'loading', id: '' };
  state.files = [...state.files.filter((earlier) => earlier.file.name !== file.name), entry];
  render();
  try {
    entry.id = await loadFile(file);
    entry.state = 'ready';
  } catch {
    entry.state = 'issue';
  }
  render();
}

root.addEventListener('input', ({ target }) => {
  if (!(target.name in state)) return;
  state[target.name] = target.value;
  render();
});
root.addEventListener('change', ({ target }) => {
  for (const file of target.files ?? []) load(file);
});
root.addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = new FormData(event.target);
  for (const { id } of state.files) if (id) body.append('fileId', id);
  const answer = await fetch(root.dataset.action, { method: 'POST', body });
  root.innerHTML = await answer.text();
});
render();
