const translations = JSON.parse(document.getElementById('translations').textContent);
/** A browser translates new content a moment after it appears. */
const LATER_MS = 300;

/** Like Chrome, this wraps the words in two nested `font` elements. */
function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const words = text.data.replace(/\s+/g, ' ').trim();
    if (text.parentElement.closest('script, font') || !(words in translations)) continue;
    const outer = document.createElement('font');
    outer.style.verticalAlign = 'inherit';
    const inner = outer.cloneNode();
    inner.textContent = text.data.replace(text.data.trim(), translations[words]);
    outer.append(inner);
    text.replaceWith(outer);
  }
  for (const input of root.querySelectorAll('[placeholder]')) {
    input.placeholder = translations[input.placeholder] ?? input.placeholder;
  }
}

document.getElementById('translate').addEventListener('click', () => {
  document.documentElement.classList.add('translated-ltr');
  document.documentElement.lang = 'es';
  translate(document.body);
  const later = new MutationObserver(() => setTimeout(() => translate(document.body), LATER_MS));
  later.observe(document.body, { childList: true, subtree: true });
});
