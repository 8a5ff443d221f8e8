const form = document.querySelector('form.upload-form');
const link = document.getElementById('submit');

link.addEventListener('click', () => {
  if (!link.hasAttribute('disabled')) form.requestSubmit();
});
link.addEventListener('keydown', ({ key }) => {
  if (key === 'Enter' || key === ' ') link.click();
});
