/** The only door to the browser's extension API; everything else is handed what it needs. */
export { default as browser } from 'webextension-polyfill';
