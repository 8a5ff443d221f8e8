const LOOKS_MS = 100;
const input = document.getElementById('description');
const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
let kept = '';

// Frameworks shadow the value to notice code that sets it without an event.
Object.defineProperty(input, 'value', {
  get: () => native.get.call(input),
  set: () => {},
});
input.addEventListener('input', () => {
  kept = native.get.call(input);
});
setInterval(() => {
  if (native.get.call(input) !== kept) native.set.call(input, kept);
}, LOOKS_MS);
