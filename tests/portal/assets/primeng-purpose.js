import { placeBelow } from './place-below.js';

const box = document.querySelector('.p-dropdown');
const hiddenInput = box.querySelector('input[readonly]');
const label = box.querySelector('.p-dropdown-label');
const value = document.getElementById('purposeValue');
const items = document.getElementById('purposeItems');
let panel;

function close() {
  panel?.remove();
  panel = undefined;
}

function open() {
  panel = document.createElement('div');
  panel.className = 'p-dropdown-panel p-component';
  panel.append(items.content.cloneNode(true));
  placeBelow(panel, box);
  panel.addEventListener('click', ({ target }) => {
    const item = target.closest('.p-dropdown-item');
    if (!item) return;
    label.textContent = item.textContent;
    label.classList.remove('p-placeholder');
    value.value = item.textContent;
    close();
  });
  document.body.append(panel);
}

box.addEventListener('click', ({ target }) => {
  // The input is only for the keyboard.
  if (target === hiddenInput) return;
  hiddenInput.focus();
  if (panel) close();
  else open();
});
