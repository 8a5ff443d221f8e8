import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SetupPage } from '../../components/setup/setup-page.tsx';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { sendToBackground } from '../../lib/browser/messages.ts';
import { createLedgerClient } from '../../lib/messaging/ledger-client.ts';
import { createPageClient } from '../../lib/messaging/page-client.ts';

setDocumentLanguage(document, 'setup_title');
const client = createLedgerClient(sendToBackground);
const pages = createPageClient(sendToBackground);
const open = {
  checklist: () => void sendToBackground({ type: 'open checklist' }),
  uploadPage: () => void sendToBackground({ type: 'open upload page' }),
  checkFiles: () => void sendToBackground({ type: 'open check files' }),
};
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <SetupPage client={client} pages={pages} open={open} />
    </StrictMode>,
  );
}
