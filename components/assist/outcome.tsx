import { t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/** What became of the files on the page, and what is left for the person to do there. */
export function Outcome({ session, snapshot }: Props) {
  switch (snapshot.phase) {
    case 'attached':
      return <Attached session={session} snapshot={snapshot} />;
    case 'refused':
      return (
        <section className="outcome problem">
          <p>{t('refused_help')}</p>
          <Fields session={session} snapshot={snapshot} />
        </section>
      );
    case 'confirmed':
      return (
        <section className="outcome">
          {snapshot.part ? (
            <NextPart session={session} snapshot={snapshot} />
          ) : (
            <p>{t('confirmed_next')}</p>
          )}
        </section>
      );
    default:
      return null;
  }
}

function Attached({ session, snapshot }: Props) {
  const { rows, pageHas, partsAfter } = snapshot;
  const isRejected = (pageHas?.rejected.length ?? 0) > 0;
  const isReady = rows.some(({ onPage }) => onPage) && rows.every(isReadyOnPage);
  return (
    <section className={`outcome ${isRejected ? 'problem' : ''}`}>
      {!isRejected && <p>{t(isReady ? 'page_ready' : 'attached_loading')}</p>}
      {partsAfter > 0 && (
        <p>
          {tCount('parts_after', partsAfter)} {t('parts_go_on')}
        </p>
      )}
      <Fields session={session} snapshot={snapshot} />
    </section>
  );
}

function isReadyOnPage({ onPage }: FileRow): boolean {
  return onPage === undefined || onPage === 'ready';
}

/** Where the page still has its form the button below goes on; else the person begins again there. */
function NextPart({ session, snapshot: { part, page } }: Props) {
  if (!part) return null;
  const next = t('confirmed_part', { count: part.number }, { count: part.of });
  const hasWayOn = page.signs.some(({ name, isFound }) => name === 'another upload' && isFound);
  if (page.state !== 'off') return <p>{next}</p>;
  if (!hasWayOn) {
    return (
      <p>
        {next} {t('parts_go_on')}
      </p>
    );
  }
  return (
    <>
      <p>
        {next} {t('another_upload_help')}
      </p>
      <p>
        <button
          type="button"
          className="button primary"
          onClick={() => session.goToAnotherUpload()}
        >
          {t('another_upload_go')}
        </button>
      </p>
    </>
  );
}

const PURPOSE_WORDS = {
  filled: 'purpose_filled',
  'left alone': 'purpose_left_alone',
  'own words': 'purpose_own_words',
  'not set': 'purpose_not_set',
  'not found': 'purpose_not_found',
} as const;

const DESCRIPTION_WORDS = {
  filled: 'description_filled',
  'left alone': 'description_left_alone',
  'own words': 'description_own_words',
  'not set': 'description_not_set',
  'not found': 'description_not_found',
} as const;

function Fields({ session, snapshot: { fields, description, page } }: Props) {
  if (!fields) return null;
  const isMissing = (name: 'purpose' | 'description') =>
    fields[name] === 'not found' && page.missing.includes(name); // said above, with what to do
  return (
    <>
      {!isMissing('purpose') && <p>{t(PURPOSE_WORDS[fields.purpose])}</p>}
      {!isMissing('description') && <p>{t(DESCRIPTION_WORDS[fields.description], description)}</p>}
      {fields.description === 'own words' && (
        <p>
          <button type="button" className="button" onClick={() => session.fillDescription()}>
            {t('fill_description')}
          </button>
        </p>
      )}
    </>
  );
}
