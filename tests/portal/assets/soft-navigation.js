import { startUploadForm } from './upload-form.js';

const view = document.getElementById('view');
const views = {
  overview: view.innerHTML,
  uploadView: document.getElementById('uploadView').innerHTML,
};

function show(name) {
  view.innerHTML = views[name];
  const form = view.querySelector('form.upload-form');
  if (form) startUploadForm(form);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-view]');
  if (!link) return;
  event.preventDefault();
  history.pushState({ view: link.dataset.view }, '', link.getAttribute('href'));
  show(link.dataset.view);
});
window.addEventListener('popstate', ({ state }) => show(state?.view ?? 'overview'));
