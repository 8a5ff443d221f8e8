import { say, uiLocale } from '../../lib/browser/i18n.ts';
import { runningOn } from '../../lib/browser/running-on.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import type { Outcome } from '../../lib/ledger/outcome.ts';
import { receiptPage } from '../../lib/report/receipt-page.ts';

/** Downloads the receipt of the files that the page thanked for. */
export async function saveReceipt({ sent }: Outcome): Promise<void> {
  const madeAt = new Date().toISOString();
  const page = receiptPage(sent, { madeAt, runningOn: runningOn(), language: uiLocale(), say });
  const name = `upload-receipt-${madeAt.slice(0, 19).replaceAll(':', '-')}.html`;
  await saveFile(new Blob([page], { type: 'text/html' }), name);
}
