const parents = [document.documentElement, document.body];
const own = new Set(parents.flatMap(({ children }) => [...children]));

function removeStrangers() {
  for (const { children } of parents) {
    for (const child of [...children]) if (!own.has(child)) child.remove();
  }
}

removeStrangers();
const observer = new MutationObserver(removeStrangers);
for (const parent of parents) observer.observe(parent, { childList: true });
