import './file-groups.css';
import { rowGroups } from '../../lib/session/row-groups.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import type { ShownFile } from './file-group.tsx';
import { FileGroup } from './file-group.tsx';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly shown?: ShownFile | undefined;
}

/** All chosen files. Those that need the person are first and open. */
export function FileGroups({ session, snapshot, shown }: Props) {
  const groups = rowGroups(snapshot.rows, snapshot.phase);
  return (
    <div className="file-list" aria-busy={snapshot.work !== undefined}>
      {groups.map((group) => (
        <FileGroup
          key={group.kind}
          group={group}
          session={session}
          snapshot={snapshot}
          shown={group.rows.some(({ id }) => id === shown?.id) ? shown : undefined}
        />
      ))}
    </div>
  );
}
