import { t } from '../../lib/browser/i18n.ts';
import { LARGEST_TEXT_PART_BYTES } from '../../lib/calpads/limits.ts';
import type { FileRow, PartRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';
import { tCount } from '../ui/count-words.ts';

/** The parts that one file goes in, and how far each has got. */
export function Parts({ parts }: { readonly parts: readonly PartRow[] }) {
  return (
    <>
      <ol className="parts">
        {parts.map((part) => (
          <li key={part.number}>
            {[
              t('part_name', { count: part.number }, { count: part.of }),
              tCount('rows', part.rows),
              stateOf(part),
            ].join(' · ')}
          </li>
        ))}
      </ol>
      <p className="soft">{t('parts_unpublished')}</p>
    </>
  );
}

function stateOf({ isSent, bytes }: PartRow): string {
  if (isSent) return t('part_sent');
  return bytes === undefined ? t('part_waiting') : t('part_made', { bytes });
}

interface Props {
  readonly row: FileRow;
  readonly session: Session;
}

/** A file that is too large goes zipped, or, where the person would rather, as smaller texts. */
export function PackingChoice({ row: { id, packing }, session }: Props) {
  const isZip = packing === 'zip';
  return (
    <button
      type="button"
      className="button link"
      onClick={() => session.choosePacking(id, isZip ? 'text parts' : 'zip')}
    >
      {isZip ? t('packing_texts', { bytes: LARGEST_TEXT_PART_BYTES }) : t('packing_zips')}
    </button>
  );
}
