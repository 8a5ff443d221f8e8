import { t } from '../../lib/browser/i18n.ts';
import { OutsideLink } from './outside-link.tsx';

/** The help desk's contacts, from the 2023 upload webinar, and the assistant's own help. */
export function HelpDesk() {
  return (
    <footer className="help-desk">
      <h2>{t('popup_help')}</h2>
      <p>
        <a href="mailto:help@calpassplus.org">help@calpassplus.org</a> ·{' '}
        <a href="tel:+19164988980">(916) 498-8980</a> · {t('popup_help_hours')}
      </p>
      <p>
        <OutsideLink href="https://www.calpassplus.org/calpass/help" words={t('popup_help_page')} />
        {' · '}
        <OutsideLink
          href="https://launchboard-resources.wested.org/resources/103"
          words={t('popup_help_video')}
        />
        {' · '}
        <OutsideLink href="/rules.html" words={t('rules_title')} />
      </p>
    </footer>
  );
}
