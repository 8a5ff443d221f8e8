import { setStyles } from '../upload-page/styles.ts';

/**
 * The last words in a way that cannot fail with the assistant: where the banner cannot be shown, the
 * browser's own dialog says them.
 */
export function sayLast(window: Window, text: string, closeLabel: string): void {
  try {
    showBanner(window.document, text, closeLabel);
  } catch {
    window.alert(text);
  }
}

/**
 * The last words when the panel cannot speak: what happened, and that the page works without the
 * assistant from now on.
 */
export function showBanner(document: Document, text: string, closeLabel: string): void {
  const host = document.createElement('div');
  host.dataset['uploadAssistant'] = 'banner';
  host.setAttribute('role', 'alert');
  setStyles(host, {
    all: 'initial',
    position: 'fixed',
    'z-index': '2147483647',
    right: '16px',
    bottom: '16px',
    'max-width': '380px',
    padding: '12px 16px',
    'border-radius': '8px',
    border: '2px solid #8a4b00',
    'background-color': '#fff8e6',
    color: '#2b1a00',
    font: '14px/1.5 system-ui, sans-serif',
  });
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = closeLabel;
  setStyles(close, { all: 'revert', font: 'inherit', 'margin-left': '8px', 'min-height': '24px' });
  close.addEventListener('click', () => host.remove());
  host.append(text, close);
  document.documentElement.append(host);
}
