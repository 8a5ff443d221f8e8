import { t } from '../../lib/browser/i18n.ts';
import type { OffReason } from '../../lib/upload-page/page-state.ts';

interface Props {
  readonly why: OffReason;
  readonly openCheckFiles: () => void;
}

/** The panel is still there, and the page is no longer the one it knows. Files can be checked all the same. */
export function PageOff({ why, openCheckFiles }: Props) {
  return (
    <section className="page-off">
      <p role="status">{t(why === 'page changed' ? 'page_changed' : 'page_other')}</p>
      <button type="button" className="button" onClick={openCheckFiles}>
        {t('check_files')}
      </button>
    </section>
  );
}
