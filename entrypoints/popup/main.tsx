import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChecklistPopup } from '../../components/checklist/checklist-popup.tsx';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { sendToBackground } from '../../lib/browser/messages.ts';
import { checklistSchema } from '../../lib/messaging/checklist.ts';

setDocumentLanguage(document, 'popup_title');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ChecklistPopup
        read={async () => checklistSchema.parse(await sendToBackground({ type: 'read ledger' }))}
        openUploadPage={async () => {
          await sendToBackground({ type: 'open upload page' });
          window.close();
        }}
      />
    </StrictMode>,
  );
}
