const box = document.getElementById('description');
document.querySelector('form.upload-form').addEventListener('formdata', ({ formData }) => {
  formData.set('description', box.textContent);
});
