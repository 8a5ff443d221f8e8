import type { PracticeSample } from '../corpus/samples.ts';
import type { Submission } from '../portal/records.ts';

const BYTES = new Intl.NumberFormat('en', { minimumIntegerDigits: 1 });

export function printSamples(samples: readonly PracticeSample[]): void {
  console.log('\nChosen:');
  for (const { name, bytes, description } of samples) {
    console.log(`  ${name.padEnd(36)} ${BYTES.format(bytes).padStart(12)} bytes  ${description}`);
  }
}

/** What the server received after one click on the page's button. */
export function printSubmission({ purpose, description, files }: Submission): void {
  console.log('\nThe server received:');
  for (const { name, bytes } of files) {
    console.log(`  ${name.padEnd(36)} ${BYTES.format(bytes).padStart(12)} bytes`);
  }
  console.log(`  File Purpose:     ${purpose}`);
  console.log(`  File Description: ${description}`);
}
