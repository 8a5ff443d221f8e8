const toggle = document.getElementById('purposeToggle');
const menu = document.getElementById('purposeMenu');
const value = document.getElementById('purposeValue');

function show(isShown) {
  menu.classList.toggle('show', isShown);
  toggle.setAttribute('aria-expanded', isShown);
}

toggle.addEventListener('click', () => show(!menu.classList.contains('show')));
document.addEventListener('click', ({ target }) => {
  if (!toggle.contains(target)) show(false);
});
menu.addEventListener('click', (event) => {
  event.preventDefault();
  const item = event.target.closest('.dropdown-item');
  if (!item) return;
  toggle.textContent = item.textContent;
  value.value = item.textContent;
});
