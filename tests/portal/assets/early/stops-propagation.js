// No listener below the window gets these events, not even the page's own.
for (const type of ['input', 'change', 'drop']) {
  window.addEventListener(
    type,
    (event) => {
      event.stopImmediatePropagation();
      const { files } = event.target;
      if (type === 'change' && files) {
        window.dispatchEvent(new CustomEvent('files-chosen', { detail: files }));
      }
    },
    true,
  );
}
