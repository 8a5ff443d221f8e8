import { emptyInputs, listFile } from './file-list.js';
import { loadFile } from './load-file.js';

/**
 * For forms that post back. Files load when they are chosen, and hidden fields hold their ids.
 *
 * @returns a function that takes chosen files
 */
export function startPostBackFiles({ form, list, button, fieldName }) {
  let loading = 0;

  async function load(file) {
    const showState = listFile(list, file, 'loading', () => emptyInputs(form));
    loading += 1;
    button.disabled = true;
    try {
      const id = await loadFile(file);
      form.append(hiddenField(fieldName, id));
      showState('ready');
    } catch {
      showState('issue');
    }
    loading -= 1;
    button.disabled = loading > 0;
  }

  return (files) => {
    for (const file of files) load(file);
  };
}

function hiddenField(name, value) {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  return field;
}
