import './rules-page.css';
import { t } from '../../lib/browser/i18n.ts';
import { ALL_RULES } from '../../lib/rules/all-rules.ts';
import type { Rule } from '../../lib/rules/rule.ts';
import {
  FIX_WORDS,
  groupsOf,
  LEVEL_WORDS,
  levelsOf,
  wordsOfRule,
} from '../../lib/rules/rule-words.ts';
import { useAnchor } from './use-anchor.ts';

/** Every rule as a person reads it: what it checks, why, what to do, and an example. */
export function RulesPage() {
  useAnchor();
  const groups = groupsOf(ALL_RULES);
  return (
    <main className="rules">
      <header>
        <h1>{t('rules_title')}</h1>
        <p>{t('rules_intro')}</p>
        <p>{t('rules_levels')}</p>
      </header>
      <nav aria-label={t('rules_sections')}>
        <ul>
          {groups.map(({ about, heading }) => (
            <li key={about}>
              <a href={`#about-${about}`}>{t(heading)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="sections">
        {groups.map(({ about, heading, rules }) => (
          <section key={about} id={`about-${about}`} aria-labelledby={`about-${about}-heading`}>
            <h2 id={`about-${about}-heading`}>{t(heading)}</h2>
            {rules.map((rule) => (
              <RuleEntry key={rule.id} rule={rule} />
            ))}
          </section>
        ))}
      </div>
    </main>
  );
}

function RuleEntry({ rule }: { readonly rule: Rule }) {
  const words = wordsOfRule(rule.id);
  return (
    <article id={rule.id} tabIndex={-1} aria-labelledby={`${rule.id}-what`}>
      <h3 id={`${rule.id}-what`}>{t(words.what)}</h3>
      <p className="soft">
        {levelsOf(rule).map((level) => (
          <span key={level} className={`level ${level}`}>
            {t(LEVEL_WORDS[level])}
          </span>
        ))}
        <code>{rule.id}</code>
      </p>
      <dl>
        <dt>{t('rules_why')}</dt>
        <dd>{t(words.why)}</dd>
        <dt>{t('rules_do')}</dt>
        <dd>{t(words.do)}</dd>
        {rule.fixes && (
          <>
            <dt>{t('rules_fix')}</dt>
            <dd>{rule.fixes.map((fix) => t(FIX_WORDS[fix])).join(' · ')}</dd>
          </>
        )}
        <dt>{t('rules_example')}</dt>
        <dd>{t(words.example)}</dd>
      </dl>
    </article>
  );
}
