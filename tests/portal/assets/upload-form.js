import { listFile } from './file-list.js';
import { loadFile } from './load-file.js';

/**
 * Makes a form of the page work: files load as they are chosen, the submit button waits for them,
 * and the server's answer takes the form's place.
 *
 * @returns a function that takes chosen files, for forms with other ways to choose
 */
export function startUploadForm(form) {
  const list = form.querySelector('.file-list');
  const button = form.querySelector('.button--primary');
  /** File name → its row, and the id that the server keeps it under once it has loaded. */
  const files = new Map();
  let loading = 0;

  async function load(file) {
    files.get(file.name)?.row.remove();
    const showState = listFile(list, file, 'loading');
    const entry = { row: list.lastElementChild };
    files.set(file.name, entry);
    showWhetherLoading(1);
    try {
      entry.id = await loadFile(file);
      showState('ready');
    } catch {
      showState('issue');
    }
    showWhetherLoading(-1);
  }

  function showWhetherLoading(change) {
    loading += change;
    button.toggleAttribute('disabled', loading > 0);
    button.setAttribute('aria-disabled', loading > 0);
  }

  function takeFiles(chosen) {
    for (const file of chosen) load(file);
  }

  form.querySelector('#files')?.addEventListener('change', ({ target }) => takeFiles(target.files));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (loading > 0) return;
    const body = new FormData(form);
    for (const { id } of files.values()) if (id) body.append('fileId', id);
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body });
    form.outerHTML = await answer.text();
  });
  return takeFiles;
}
