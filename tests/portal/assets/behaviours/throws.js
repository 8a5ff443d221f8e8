// On the document, so that it stands before whatever handler the widget has, wherever its input is.
document.addEventListener(
  'change',
  (event) => {
    if (event.target.type !== 'file') return;
    event.stopImmediatePropagation();
    throw new Error('The upload component is not ready');
  },
  true,
);
