import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChecklistsPage } from '../../components/organizations/checklists-page.tsx';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { ask } from '../../lib/browser/messages.ts';
import { isButtonPopup } from '../../lib/browser/own-window.ts';
import { ALL_ORGANIZATIONS } from '../../lib/messaging/tab-messages.ts';

setDocumentLanguage(document, 'popup_title');
const open = {
  uploadPage: () => void ask('open upload page', {}).then(close),
  checkFiles: () => void ask('open check files', {}).then(close),
  setup: () => void ask('open setup', {}).then(close),
  steps: () => void ask('open setup', { tab: 'steps' }).then(close),
  districts: () => void ask('open setup', { tab: 'districts' }).then(close),
  organizations: openOrganizations,
  ...(isButtonPopup() && { ownTab: () => void ask('open checklist', {}).then(close) }),
};
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ChecklistsPage open={open} />
    </StrictMode>,
  );
}

/** The table needs the width of a tab. */
function openOrganizations(): void {
  if (isButtonPopup()) void ask('open checklist', { view: ALL_ORGANIZATIONS }).then(close);
  else location.assign(`#${ALL_ORGANIZATIONS}`);
}

/** A tab stays open: the person means to come back to it. */
function close(): void {
  if (isButtonPopup()) window.close();
}
