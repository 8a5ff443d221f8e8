// On the document, so it runs before any handler of the widget, wherever its input is.
document.addEventListener(
  'change',
  (event) => {
    if (event.target.type !== 'file') return;
    event.stopImmediatePropagation();
    throw new Error('The upload component is not ready');
  },
  true,
);
