import { placeBelow } from './place-below.js';

const box = document.getElementById('purpose');
const input = document.getElementById('purpose_Input');
const state = document.getElementById('purpose_ClientState');
const slide = document.getElementById('purpose_Slide');

/** The list is always in the page. The first opening moves it to the end of the body. */
function toggle() {
  document.body.append(slide);
  placeBelow(slide, box);
  slide.hidden = !slide.hidden;
}

input.addEventListener('click', toggle);
document.getElementById('purpose_Arrow').addEventListener('click', toggle);
slide.addEventListener('click', ({ target }) => {
  const item = target.closest('.rcbItem');
  if (!item) return;
  input.value = item.textContent;
  state.value = JSON.stringify({ text: item.textContent });
  slide.hidden = true;
});
