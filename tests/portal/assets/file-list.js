const STATE_WORDS = {
  ready: 'Ready to Submit',
  loading: 'Loading in Progress',
  issue: 'Issue with File',
};

/** Shows a chosen file in the list. Returns a function that changes the state it is shown in. */
export function listFile(list, file, state) {
  const row = document.createElement('li');
  const words = document.createElement('span');
  row.className = 'file-list__item';
  words.className = 'file-list__state';
  row.append(textIn('file-list__name', file.name), textIn('file-list__size', sizeOf(file)), words);
  list.append(row);

  const show = (next) => {
    row.dataset.state = next;
    words.textContent = STATE_WORDS[next];
  };
  show(state);
  return show;
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
