const input = document.getElementById('files');
document.getElementById('chooseFiles').addEventListener('click', () => input.click());
