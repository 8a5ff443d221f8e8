import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AssistPanel } from '../../components/assist/assist-panel.tsx';
import { GiveUpBoundary } from '../../components/assist/give-up-boundary.tsx';
import { CheckFilesTab } from '../../components/check-files/check-files-tab.tsx';
import { connectSession } from '../../lib/assist/connect-session.ts';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { sendToBackground } from '../../lib/browser/messages.ts';
import { createLedgerClient } from '../../lib/messaging/ledger-client.ts';
import ArchiveWorker from './archive.worker.ts?worker';
import CutWorker from './cut.worker.ts?worker';
import InspectWorker from './inspect.worker.ts?worker';
import RewriteWorker from './rewrite.worker.ts?worker';

/** In the page's frame it assists there; opened in a tab of its own it only checks files. */
const isFramed = window !== window.top;
setDocumentLanguage(document, isFramed ? 'panel_title' : 'check_files');
const { session, toPage } = connectSession({
  window,
  hasPage: isFramed,
  createInspectWorker: () => new InspectWorker(),
  createRewriteWorker: () => new RewriteWorker(),
  createArchiveWorker: () => new ArchiveWorker(),
  createCutWorker: () => new CutWorker(),
  sendToBackground,
});
const client = createLedgerClient(sendToBackground);
const actions = {
  client,
  onResize: (height: number) => toPage({ type: 'resize', height }),
  onPersonsTurn: () => toPage({ type: 'focus panel' }),
  openChecklist: () => void sendToBackground({ type: 'open checklist' }),
  openCheckFiles: () => void sendToBackground({ type: 'open check files' }),
};
const root = document.getElementById('root');
if (root) {
  createRoot(root, { onUncaughtError: () => toPage({ type: 'give up' }) }).render(
    <StrictMode>
      <GiveUpBoundary onGiveUp={() => toPage({ type: 'give up' })}>
        {isFramed ? (
          <AssistPanel session={session} {...actions} />
        ) : (
          <CheckFilesTab session={session} client={client} />
        )}
      </GiveUpBoundary>
    </StrictMode>,
  );
}
