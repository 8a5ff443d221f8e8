import type { MessageKey } from '../words/words.ts';
import { t, uiLocale } from './i18n.ts';

/** The pages' HTML is one for all languages; screen readers need to know which one the texts are in. */
export function setDocumentLanguage(document: Document, titleKey: MessageKey): void {
  document.documentElement.lang = uiLocale();
  document.title = t(titleKey);
}
