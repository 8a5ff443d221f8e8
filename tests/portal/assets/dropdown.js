/**
 * Makes a drawn dropdown work with mouse and keyboard, like the widget libraries.
 *
 * @param {object} dropdown
 * @param {HTMLElement} dropdown.box shows the choice and opens the list
 * @param {(place: {left: string, top: string}) => HTMLElement} dropdown.open shows the list
 * @param {() => void} dropdown.close hides it
 * @param {(words: string) => void} dropdown.choose keeps the choice for the form
 * @param {'click' | 'mousedown'} dropdown.opensOn
 * @param {'click' | 'mouseup'} dropdown.choosesOn
 */
export function startDropdown({ box, open, close, choose, opensOn, choosesOn }) {
  const isOpen = () => box.getAttribute('aria-expanded') === 'true';

  function show() {
    const { left, bottom } = box.getBoundingClientRect();
    const list = open({ left: `${left + scrollX}px`, top: `${bottom + scrollY}px` });
    list.addEventListener(choosesOn, ({ target }) => take(target.closest('[role=option]')), {
      once: true,
    });
    box.setAttribute('aria-expanded', 'true');
  }

  function hide() {
    close();
    box.setAttribute('aria-expanded', 'false');
  }

  function take(option) {
    if (option) choose(option.textContent);
    hide();
    box.focus();
  }

  box.addEventListener(opensOn, () => (isOpen() ? hide() : show()));
  box.addEventListener('keydown', (event) => {
    if (!['Enter', ' ', 'ArrowDown'].includes(event.key) || isOpen()) return;
    event.preventDefault();
    show();
  });
}
