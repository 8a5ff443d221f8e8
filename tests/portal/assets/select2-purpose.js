import { startDropdown } from './dropdown.js';

const select = document.getElementById('purpose');
const box = document.getElementById('purposeBox');
let list;

// The select behind the box holds the choice. The box follows every change event on it.
select.addEventListener('change', () => {
  box.textContent = select.selectedOptions[0].text;
});

startDropdown({
  box,
  opensOn: 'mousedown',
  choosesOn: 'mouseup',
  open(place) {
    list = document.createElement('ul');
    list.className = 'dropdown-list';
    list.setAttribute('role', 'listbox');
    for (const { text } of [...select.options].slice(1)) {
      const option = document.createElement('li');
      option.setAttribute('role', 'option');
      option.textContent = text;
      list.append(option);
    }
    Object.assign(list.style, place);
    document.body.append(list);
    return list;
  },
  close: () => list.remove(),
  choose(words) {
    select.value = words;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  },
});
