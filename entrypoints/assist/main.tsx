import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AssistPanel } from '../../components/assist/assist-panel.tsx';
import { GiveUpBoundary } from '../../components/assist/give-up-boundary.tsx';
import { CheckFilesTab } from '../../components/check-files/check-files-tab.tsx';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';
import { ask } from '../../lib/browser/messages.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { connectSession } from '../../lib/session/connect-session.ts';
import ArchiveWorker from './archive.worker.ts?worker';
import CutWorker from './cut.worker.ts?worker';
import InspectWorker from './inspect.worker.ts?worker';
import RewriteWorker from './rewrite.worker.ts?worker';

// In the page's frame it assists there; in a tab of its own it only checks files.
const isFramed = window !== window.top;
setDocumentLanguage(document, isFramed ? 'panel_title' : 'check_files');
const { session, docking, toPage } = connectSession({
  window,
  hasPage: isFramed,
  createInspectWorker: () => new InspectWorker(),
  createRewriteWorker: () => new RewriteWorker(),
  createArchiveWorker: () => new ArchiveWorker(),
  createCutWorker: () => new CutWorker(),
  save: saveFile,
  ask,
});
const actions = {
  onPersonsTurn: () => toPage({ type: 'focus panel' }),
  openChecklist: () => void ask('open checklist', {}),
  openCheckFiles: () => void ask('open check files', {}),
};
const giveUp = () => toPage({ type: 'give up' });
const view = isFramed ? (
  <AssistPanel session={session} docking={docking} {...actions} />
) : (
  <CheckFilesTab session={session} />
);
const root = document.getElementById('root') ?? document.body;
createRoot(root, { onUncaughtError: giveUp }).render(
  <StrictMode>
    <GiveUpBoundary onGiveUp={giveUp}>{view}</GiveUpBoundary>
  </StrictMode>,
);
