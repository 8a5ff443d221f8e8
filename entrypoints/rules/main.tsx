import '../../components/ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RulesPage } from '../../components/rules/rules-page.tsx';
import { setDocumentLanguage } from '../../lib/browser/document-language.ts';

setDocumentLanguage(document, 'rules_title');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <RulesPage />
    </StrictMode>,
  );
}
