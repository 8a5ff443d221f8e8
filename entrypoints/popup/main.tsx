import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChecklistPopup } from '../../components/checklist/checklist-popup.tsx';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { sendToBackground } from '../../lib/browser/messages.ts';
import { createLedgerClient } from '../../lib/messaging/ledger-client.ts';
import { createPageClient } from '../../lib/messaging/page-client.ts';
import type { ToBackground } from '../../lib/messaging/to-background.ts';

setDocumentLanguage(document, 'popup_title');
const client = createLedgerClient(sendToBackground);
const pages = createPageClient(sendToBackground);
const open = {
  uploadPage: () => void askAndClose({ type: 'open upload page' }),
  checkFiles: () => void askAndClose({ type: 'open check files' }),
  setup: () => void askAndClose({ type: 'open setup' }),
};
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ChecklistPopup client={client} pages={pages} open={open} />
    </StrictMode>,
  );
}

async function askAndClose(message: ToBackground): Promise<void> {
  await sendToBackground(message);
  window.close();
}
