function refuseScriptedChoice(event) {
  if (event.isTrusted || event.target.type !== 'file') return;
  event.stopImmediatePropagation();
  event.target.value = '';
}

function refuseScriptedDrop(event) {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

// On the document, so they run before any handler of the widget.
document.addEventListener('input', refuseScriptedChoice, true);
document.addEventListener('change', refuseScriptedChoice, true);
document.addEventListener('drop', refuseScriptedDrop, true);
