import { startDropdown } from './dropdown.js';

const box = document.getElementById('purposeBox');
const value = document.getElementById('purposeValue');
const list = document.getElementById('purposeList');
document.body.append(list);

startDropdown({
  box,
  opensOn: 'click',
  choosesOn: 'click',
  open(place) {
    Object.assign(list.style, place);
    list.hidden = false;
    return list;
  },
  close() {
    list.hidden = true;
  },
  choose(words) {
    value.value = words;
    box.textContent = words;
  },
});
