import { placeBelow } from './place-below.js';

const box = document.getElementById('purpose');
const input = box.querySelector('.dx-texteditor-input');
const value = box.querySelector('input[type=hidden]');
const items = document.getElementById('purposeItems');
let overlay;

function close() {
  overlay?.remove();
  overlay = undefined;
  input.setAttribute('aria-expanded', 'false');
}

function open() {
  overlay = document.createElement('div');
  overlay.className = 'dx-overlay-wrapper dx-selectbox-popup-wrapper';
  overlay.append(items.content.cloneNode(true));
  placeBelow(overlay.firstElementChild, box);
  overlay.addEventListener('click', ({ target }) => {
    const item = target.closest('[role=option]');
    if (!item) return;
    input.value = item.textContent.trim();
    value.value = input.value;
    box.querySelector('.dx-placeholder').hidden = true;
    close();
  });
  document.body.append(overlay);
  input.setAttribute('aria-expanded', 'true');
}

// This widget opens only on a click on its arrow, not on its field.
box.querySelector('.dx-dropdowneditor-button').addEventListener('click', () => {
  if (overlay) close();
  else open();
});
