import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChecklistPopup } from '../../components/checklist/checklist-popup.tsx';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { ask } from '../../lib/browser/messages.ts';

setDocumentLanguage(document, 'popup_title');
const open = {
  uploadPage: () => void ask('open upload page', {}).then(close),
  checkFiles: () => void ask('open check files', {}).then(close),
  setup: () => void ask('open setup', {}).then(close),
  steps: () => void ask('open setup', { tab: 'steps' }).then(close),
  districts: () => void ask('open setup', { tab: 'districts' }).then(close),
};
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ChecklistPopup open={open} />
    </StrictMode>,
  );
}

function close(): void {
  window.close();
}
