const steps = [...document.querySelectorAll('.step')];

function show(current) {
  for (const [at, step] of steps.entries()) step.hidden = at !== current;
}

for (const [at, step] of steps.entries()) {
  step.querySelector('[data-next]')?.addEventListener('click', () => show(at + 1));
}
show(0);
