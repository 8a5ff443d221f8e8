const CHANGES_PER_MS = 1;
const TICK_MS = 10;
const ads = document.querySelectorAll('[data-ad]');
const begun = performance.now();
let changes = 0;

// A thousand changes a second, of every kind: texts, attributes and elements. Timers run late on a
// busy machine, so the clock says how many are due.
setInterval(() => {
  const due = (performance.now() - begun) * CHANGES_PER_MS;
  for (; changes < due; changes += 1) {
    const ad = ads[changes % ads.length];
    if (changes % 3 === 0) ad.textContent = `Offer ${changes}`;
    else if (changes % 3 === 1) ad.dataset.ad = changes;
    else ad.append(document.createElement('i'));
  }
}, TICK_MS);
