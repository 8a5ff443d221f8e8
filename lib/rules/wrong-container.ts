import type { Container } from '../inspection/file-facts.ts';
import type { MessageKey } from '../words/words.ts';
import type { Rule } from './rule.ts';
import { zipContents } from './zip-contents.ts';

const WORDS: Readonly<Record<Container, MessageKey>> = {
  xlsx: 'finding_container_spreadsheet',
  excel: 'finding_container_spreadsheet',
  pdf: 'finding_container_pdf',
  html: 'finding_container_web_page',
  gzip: 'finding_container_gzip',
  zip: 'finding_container_zip_in_zip',
  rtf: 'finding_container_rtf',
  mail: 'finding_container_mail',
};

/** The first bytes reveal a spreadsheet, a PDF or a saved login page, whatever the name says. */
export const wrongContainer: Rule = {
  id: 'wrong-container',
  about: 'file',
  level: 'block',
  check(file) {
    const { records, archive, reading, provenType } = file;
    if (archive && reading.extension.toLowerCase() === '.txt') {
      const inside = zipContents.check({ ...file, reading: { ...reading, extension: '.zip' } });
      return provenType && !inside
        ? { kind: 'zip', words: ['finding_container_zip'], fix: 'rename' }
        : { kind: 'zip', words: ['finding_container_zip_only'] };
    }
    const container = records?.container;
    if (!container) return undefined;
    return { kind: container, words: [WORDS[container]] };
  },
};
