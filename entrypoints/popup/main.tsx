import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChecklistPopup } from '../../components/checklist/checklist-popup.tsx';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { sendToBackground } from '../../lib/browser/messages.ts';
import { checklistSchema } from '../../lib/messaging/checklist.ts';
import type { ToBackground } from '../../lib/messaging/to-background.ts';

setDocumentLanguage(document, 'popup_title');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ChecklistPopup
        read={async () => checklistSchema.parse(await sendToBackground({ type: 'read ledger' }))}
        openUploadPage={() => askAndClose({ type: 'open upload page' })}
        openCheckFiles={() => askAndClose({ type: 'open check files' })}
      />
    </StrictMode>,
  );
}

async function askAndClose(message: ToBackground): Promise<void> {
  await sendToBackground(message);
  window.close();
}
