import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AssistPanel } from '../../components/assist/assist-panel.tsx';
import { GiveUpBoundary } from '../../components/assist/give-up-boundary.tsx';
import { connectSession } from '../../lib/assist/connect-session.ts';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { sendToBackground } from '../../lib/browser/messages.ts';
import ArchiveWorker from './archive.worker.ts?worker';
import InspectWorker from './inspect.worker.ts?worker';

setDocumentLanguage(document, 'panel_title');
const { session, toPage } = connectSession({
  window,
  createInspectWorker: () => new InspectWorker(),
  createArchiveWorker: () => new ArchiveWorker(),
  sendToBackground,
});
const actions = {
  onResize: (height: number) => toPage({ type: 'resize', height }),
  onPersonsTurn: () => toPage({ type: 'focus panel' }),
  openChecklist: () => void sendToBackground({ type: 'open checklist' }),
};
const root = document.getElementById('root');
if (root) {
  createRoot(root, { onUncaughtError: () => toPage({ type: 'give up' }) }).render(
    <StrictMode>
      <GiveUpBoundary onGiveUp={() => toPage({ type: 'give up' })}>
        <AssistPanel session={session} isFramed={window !== window.top} {...actions} />
      </GiveUpBoundary>
    </StrictMode>,
  );
}
