// Nothing below the window hears of these, listeners of the page included.
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
