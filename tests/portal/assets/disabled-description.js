const purpose = document.getElementById('purpose');
const description = document.getElementById('description');
purpose.addEventListener('change', () => {
  description.disabled = purpose.value === '';
});
