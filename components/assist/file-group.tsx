import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';
import type { Phase } from '../../lib/session/snapshot.ts';
import { FileRowItem } from './file-row-item.tsx';

const HEADINGS = {
  problem: 'problem_heading',
  held: 'held_heading',
  fix: 'fix_heading',
  ready: 'ready_heading',
  prepared: 'prepared_heading',
  later: 'later_heading',
  sent: 'sent_heading',
  checking: undefined,
} as const;

interface Files {
  readonly rows: readonly FileRow[];
  readonly session: Session;
  readonly phase: Phase;
}

interface Props extends Files {
  readonly kind: keyof typeof HEADINGS;
}

/** Files that need the same from the person, under one heading. */
export function FileGroup({ kind, rows, session, phase }: Props) {
  const headingId = useId();
  if (rows.length === 0) return null;
  const heading = HEADINGS[kind];
  return (
    <section className={`file-group ${kind}`} aria-labelledby={heading && headingId}>
      {heading && <h2 id={headingId}>{t(heading)}</h2>}
      <ul>
        {rows.map((row) => (
          <FileRowItem key={row.id} row={row} session={session} phase={phase} />
        ))}
      </ul>
    </section>
  );
}

/** Files that are on the page now: nothing is to be done here, so they keep out of its way. */
export function AttachedFiles({ rows, session, phase }: Files) {
  return (
    <details className="file-group">
      <summary>{t('attached_files', { count: rows.length })}</summary>
      <ul>
        {rows.map((row) => (
          <FileRowItem key={row.id} row={row} session={session} phase={phase} />
        ))}
      </ul>
    </details>
  );
}
