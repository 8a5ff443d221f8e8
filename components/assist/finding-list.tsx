import { say, t } from '../../lib/browser/i18n.ts';
import type { Finding } from '../../lib/rules/rule.ts';
import { isFixable } from '../../lib/rules/rule.ts';
import { wordsOfRule } from '../../lib/rules/rule-words.ts';

export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.ruleId} className={isFixable(finding) ? 'fixable' : finding.level}>
          {say(finding.words)}
          {!isFixable(finding) && <WhyLink ruleId={finding.ruleId} />}
        </li>
      ))}
    </ul>
  );
}

/** Opens the rule in the list of all rules. A fix that is one click away needs no reasons. */
function WhyLink({ ruleId }: Pick<Finding, 'ruleId'>) {
  return (
    <>
      {' '}
      <a
        href={`/rules.html#${ruleId}`}
        target="_blank"
        rel="noreferrer"
        aria-label={t('finding_why_named', t(wordsOfRule(ruleId).what))}
      >
        {t('finding_why')}
      </a>
    </>
  );
}
