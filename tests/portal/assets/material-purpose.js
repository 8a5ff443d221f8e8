import { startDropdown } from './dropdown.js';

const box = document.getElementById('purposeBox');
const value = document.getElementById('purposeValue');
const list = document.getElementById('purposeList');
const popover = document.createElement('div');
popover.className = 'popover';
popover.append(list);

startDropdown({
  box,
  opensOn: 'mousedown',
  choosesOn: 'click',
  open(place) {
    Object.assign(list.style, place);
    list.hidden = false;
    document.body.append(popover);
    return popover;
  },
  close: () => popover.remove(),
  choose(words) {
    value.value = words;
    box.textContent = words;
  },
});
