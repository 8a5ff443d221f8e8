const select = document.getElementById('purpose');
const box = document.getElementById('purpose_chosen');
const shown = box.querySelector('.chosen-single span');
const results = box.querySelector('.chosen-results');
let highlighted;

const close = () => box.classList.remove('chosen-with-drop');

// It does not notice a change to the select that it did not make itself.
box.addEventListener('mousedown', (event) => {
  if (event.target.closest('.chosen-drop')) return;
  event.preventDefault();
  box.classList.toggle('chosen-with-drop');
});
results.addEventListener('mouseover', ({ target }) => {
  highlighted = target.closest('.active-result');
});
results.addEventListener('mouseup', () => {
  if (!highlighted) return;
  const index = Number(highlighted.dataset.optionArrayIndex);
  const isNew = select.selectedIndex !== index;
  select.selectedIndex = index;
  shown.textContent = select.options[index].text;
  close();
  if (isNew) select.dispatchEvent(new Event('change', { bubbles: true }));
});
document.addEventListener('click', ({ target }) => {
  if (!box.contains(target)) close();
});
