import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { STATE_WORDS } from './file-list.js';
import { loadFile } from './load-file.js';

const root = document.getElementById('root');
const { action, purposes } = root.dataset;

/** React's state holds purpose and description. It reverts a value that is set any other way. */
function UploadForm() {
  const [purpose, setPurpose] = useState('');
  const [description, setDescription] = useState('');
  const [files, setFiles] = useState([]);
  const [answer, setAnswer] = useState('');

  async function load(file) {
    const show = (next) =>
      setFiles((all) => [
        ...all.filter(({ name }) => name !== file.name),
        { ...next, name: file.name },
      ]);
    show({ state: 'loading' });
    try {
      show({ state: 'ready', id: await loadFile(file) });
    } catch {
      show({ state: 'issue' });
    }
  }

  function choose({ target }) {
    for (const file of target.files) load(file);
    // This lets the person choose the same file again.
    target.value = '';
  }

  async function submit(event) {
    event.preventDefault();
    const body = new FormData();
    body.append('purpose', purpose);
    body.append('description', description);
    for (const { id } of files) if (id) body.append('fileId', id);
    const response = await fetch(action, { method: 'POST', body });
    setAnswer(await response.text());
  }

  if (answer) return h('div', { dangerouslySetInnerHTML: { __html: answer } });
  return h(
    'form',
    { className: 'upload-form', onSubmit: submit },
    field(
      'purpose',
      'File Purpose:',
      h(
        'select',
        { id: 'purpose', value: purpose, onChange: ({ target }) => setPurpose(target.value) },
        h('option', { value: '' }, 'Select purpose'),
        JSON.parse(purposes).map((words) => h('option', { key: words }, words)),
      ),
    ),
    field(
      'description',
      'File Description:',
      h('input', {
        id: 'description',
        type: 'text',
        placeholder: 'e.g. SENR 2022-23',
        value: description,
        onChange: ({ target }) => setDescription(target.value),
      }),
    ),
    field(
      'files',
      'Choose files',
      h('input', { id: 'files', type: 'file', multiple: true, onChange: choose }),
    ),
    h(
      'ul',
      { className: 'file-states', 'aria-label': 'File states' },
      Object.entries(STATE_WORDS).map(([state, words]) =>
        h('li', { key: state, className: 'file-states__item', 'data-state': state }, words),
      ),
    ),
    h(
      'ul',
      { className: 'file-list', 'aria-label': 'Chosen files' },
      files.map(({ name, state }) =>
        h(
          'li',
          { key: name, className: 'file-list__item', 'data-state': state },
          h('span', { className: 'file-list__name' }, name),
          h('span', { className: 'file-list__state' }, STATE_WORDS[state]),
        ),
      ),
    ),
    h(
      'div',
      { className: 'submit-row' },
      h(
        'button',
        {
          id: 'submit',
          type: 'submit',
          className: 'button button--primary',
          disabled: files.some(({ state }) => state === 'loading'),
        },
        'CLICK TO SUBMIT',
      ),
      h('span', { className: 'note' }, "*Data isn't submitted until you click this button."),
    ),
  );
}

function field(id, words, control) {
  return h('div', { className: 'field' }, h('label', { htmlFor: id }, words), control);
}

createRoot(root).render(h(UploadForm));
