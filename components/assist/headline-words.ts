import { t } from '../../lib/browser/i18n.ts';
import type { BarCounts, Headline } from '../../lib/session/headline.ts';
import { tCount } from '../ui/count-words.ts';

/** More names than this are only counted. */
const MOST_NAMES = 3;

export function headlineWords(headline: Headline): string {
  switch (headline.kind) {
    case 'waiting':
      return '';
    case 'checking':
      return t('summary_checking', { count: headline.checked }, { count: headline.of });
    case 'review':
      return reviewWords(headline);
    case 'preparing':
      return t('preparing');
    case 'handing over':
      return t('handing_over');
    case 'rejected': {
      const { labels } = headline;
      if (labels.length <= MOST_NAMES) return t('headline_rejected', { list: labels });
      return t('headline_rejected_many', { count: labels.length });
    }
    case 'loading':
      return t('headline_loading', { count: headline.loading }, { count: headline.of });
    case 'stands':
      return tCount('headline_stands', headline.files);
    case 'refused':
      return t('refused_heading');
    case 'submitted':
      return t('submitted_heading');
    case 'confirmed':
      return t('confirmed_heading');
  }
}

/** `35 files · 33 ready · 2 need you` */
function reviewWords(review: Extract<Headline, { kind: 'review' }>): string {
  const { files, ready, held, sentBefore, uploadsAfter } = review;
  return [
    tCount('summary_files', files),
    ready > 0 && tCount('summary_ready', ready),
    held > 0 && tCount('summary_held', held),
    sentBefore > 0 && tCount('summary_sent_before', sentBefore),
    uploadsAfter > 0 && tCount('parts_after', uploadsAfter),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `33 ready · 2 need you` */
export function barWords({ ready, held, rejected }: BarCounts): string {
  return [
    rejected > 0 && tCount('bar_rejected', rejected),
    (ready > 0 || (held === 0 && rejected === 0)) && tCount('summary_ready', ready),
    held > 0 && tCount('summary_held', held),
  ]
    .filter(Boolean)
    .join(' · ');
}
