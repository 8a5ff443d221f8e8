export const STATE_WORDS = {
  ready: 'Ready to Submit',
  loading: 'Loading in Progress',
  issue: 'Issue with File',
};

/**
 * Shows a chosen file in the list.
 *
 * @param {() => void} [onRemove] lets the person remove a file with an issue and choose it again
 * @returns a function that changes the state shown for the file
 */
export function listFile(list, file, state, onRemove) {
  const row = document.createElement('li');
  const words = document.createElement('span');
  row.className = 'file-list__item';
  words.className = 'file-list__state';
  row.append(textIn('file-list__name', file.name), textIn('file-list__size', sizeOf(file)), words);
  list.append(row);

  const show = (next) => {
    row.dataset.state = next;
    words.textContent = STATE_WORDS[next];
    if (next === 'issue' && onRemove) row.append(removeButton(row, onRemove));
  };
  show(state);
  return show;
}

function removeButton(row, onRemove) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'file-list__remove';
  button.textContent = 'Remove';
  button.addEventListener('click', () => {
    row.remove();
    onRemove();
  });
  return button;
}

function textIn(className, text) {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

function sizeOf(file) {
  const kilobytes = file.size / 1000;
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}

/**
 * A browser sends no event if the person chooses the same file again, unless the input was emptied.
 */
export function emptyInputs(form) {
  for (const input of form.querySelectorAll('input[type=file]')) input.value = '';
}
