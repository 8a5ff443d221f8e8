const CHANGES_PER_TICK = 10;
const TICK_MS = 10;
const ads = document.querySelectorAll('[data-ad]');
let changes = 0;

// A thousand changes a second, of every kind there is: texts, attributes and elements.
setInterval(() => {
  for (let at = 0; at < CHANGES_PER_TICK; at += 1) {
    changes += 1;
    const ad = ads[changes % ads.length];
    if (changes % 3 === 0) ad.textContent = `Offer ${changes}`;
    else if (changes % 3 === 1) ad.dataset.ad = changes;
    else ad.append(document.createElement('i'));
  }
}, TICK_MS);
