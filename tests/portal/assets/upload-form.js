import { emptyInputs, listFile } from './file-list.js';
import { loadFile } from './load-file.js';

/** Makes a form with a native file input work. The rest is the same as in `startForm`. */
export function startUploadForm(form) {
  const takeFiles = startForm(form);
  form
    .querySelector('input[type=file]')
    .addEventListener('change', ({ target }) => takeFiles(target.files));
  return takeFiles;
}

/**
 * Makes a form work. Files load as soon as the form takes them, the submit button waits for them,
 * and the server's answer replaces the form.
 *
 * @returns a function that takes chosen files. Pages may load them in another way.
 */
export function startForm(form) {
  const list = form.querySelector('.file-list');
  const button = form.querySelector('.button--primary');
  /** File name → its row, and the server's id for it after it has loaded. */
  const files = new Map();
  let loading = 0;

  async function take(file, load) {
    files.get(file.name)?.row.remove();
    const showState = listFile(list, file, 'loading', () => {
      files.delete(file.name);
      emptyInputs(form);
    });
    const entry = { row: list.lastElementChild };
    files.set(file.name, entry);
    showWhetherLoading(1);
    try {
      entry.id = await load(file);
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

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (loading > 0) return;
    const body = new FormData(form);
    for (const { id } of files.values()) if (id) body.append('fileId', id);
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body });
    form.outerHTML = await answer.text();
  });
  return (chosen, load = loadFile) => {
    for (const file of chosen) take(file, load);
  };
}
