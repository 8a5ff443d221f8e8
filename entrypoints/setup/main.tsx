import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SetupPage } from '../../components/setup/setup-page.tsx';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { ask } from '../../lib/browser/messages.ts';
import { ALL_ORGANIZATIONS } from '../../lib/messaging/tab-messages.ts';

setDocumentLanguage(document, 'setup_title');
const open = {
  checklist: () => void ask('open checklist', {}),
  organizations: () => void ask('open checklist', { view: ALL_ORGANIZATIONS }),
  uploadPage: () => void ask('open upload page', {}),
  checkFiles: () => void ask('open check files', {}),
};
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <SetupPage open={open} />
    </StrictMode>,
  );
}
