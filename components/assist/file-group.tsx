import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { GroupKind, RowGroup } from '../../lib/session/row-groups.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';
import { Disclosure } from './disclosure.tsx';
import { FileRowItem } from './file-row-item.tsx';
import { HeldRow } from './held-row.tsx';

/** A file that the person wants to see, wherever its group is. */
export interface ShownFile {
  readonly id: string;
  /** Counts the wishes, because the person may close the group and ask again. */
  readonly turn: number;
}

interface Props {
  readonly group: RowGroup;
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  /** One of these files, which is to be in sight. */
  readonly shown: ShownFile | undefined;
}

type Held = 'problem' | 'off the page';

/** A longer list takes no time for the rows that are out of sight. */
const MANY_ROWS = 50;

function listClass({ rows }: RowGroup): string | undefined {
  return rows.length > MANY_ROWS ? 'many-rows' : undefined;
}

const HELD_HEADINGS = { problem: 'problem_heading', 'off the page': 'held_heading' } as const;

const HEADINGS = {
  'worth a look': 'group_look',
  'on the page': 'attached_files',
  renamed: 'group_renamed',
  zipped: 'group_zipped',
  fixed: 'group_fixed',
  'as they are': 'group_as_they_are',
  later: 'later_heading',
  sent: 'sent_heading',
  checking: 'group_checking',
} as const satisfies Record<Exclude<GroupKind, Held>, string>;

/** Files that need the same from the person. */
export function FileGroup({ group, session, snapshot, shown }: Props) {
  const { kind } = group;
  if (kind === 'problem' || kind === 'off the page') {
    return <HeldFiles kind={kind} group={group} session={session} snapshot={snapshot} />;
  }
  // The page may have more files than the list: a widget keeps those of earlier choices.
  const before = kind === 'on the page' ? earlierOnPage(group, snapshot) : 0;
  return (
    <Disclosure
      key={shown?.turn}
      className="file-group"
      summary={<h2>{t(HEADINGS[kind], { count: group.rows.length + before })}</h2>}
      isOpenAtFirst={group.isOpen || shown !== undefined}
    >
      {() => (
        <>
          <ul className={listClass(group)}>
            {group.rows.map((row) => (
              <FileRowItem
                key={row.id}
                row={row}
                session={session}
                phase={snapshot.phase}
                isOpenAtFirst={group.areRowsOpen || row.id === shown?.id}
              />
            ))}
          </ul>
          {before > 0 && <p className="soft">{tCount('attached_before', before)}</p>}
        </>
      )}
    </Disclosure>
  );
}

function earlierOnPage({ rows }: RowGroup, { pageHas }: SessionSnapshot): number {
  return Math.max(0, (pageHas?.count ?? 0) - rows.length);
}

/** Files that cannot go: always in sight. */
function HeldFiles({
  kind,
  group,
  session,
  snapshot,
}: Omit<Props, 'shown'> & { readonly kind: Held }) {
  const headingId = useId();
  const canChoose = snapshot.page.state !== 'off';
  const isToChooseAgain =
    kind === 'off the page' || group.rows.some(({ plan }) => plan?.kind === 'held');
  return (
    <section
      className={`held-files ${kind === 'problem' ? 'problem' : ''}`}
      aria-labelledby={headingId}
    >
      <h2 id={headingId}>{t(HELD_HEADINGS[kind])}</h2>
      {canChoose && isToChooseAgain && <p className="soft">{t('choose_corrected_help')}</p>}
      <ul className={listClass(group)}>
        {group.rows.map((row) => (
          <HeldRow
            key={row.id}
            row={row}
            session={session}
            phase={snapshot.phase}
            canChoose={canChoose}
          />
        ))}
      </ul>
    </section>
  );
}
