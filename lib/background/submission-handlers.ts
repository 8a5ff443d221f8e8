import { organizationFor } from '../ledger/organizations.ts';
import type { ChangeAnswer } from '../messaging/change-answer.ts';
import type { Answer, Handlers, Payload, Sender } from '../messaging/messages.ts';
import type { submissionMessages } from '../messaging/submission-messages.ts';
import { forgetStanding } from './page-standings.ts';
import type { Parts } from './parts.ts';
import type { SubmissionLog } from './submission-log.ts';
import type { TabEvent } from './submissions.ts';

export function submissionHandlers(
  parts: Parts,
  log: SubmissionLog,
): Handlers<keyof typeof submissionMessages> {
  const { queue, session, store, checklists } = parts;

  async function inTab(
    sender: Sender,
    work: (tabId: number) => Promise<unknown>,
  ): Promise<ChangeAnswer> {
    const { tabId } = sender;
    return tabId === undefined ? 'failed' : queue.change(sender, () => work(tabId));
  }

  const note = (event: TabEvent, sender: Sender) =>
    inTab(sender, (tabId) => log.note(tabId, event));

  return {
    'submission announced': (payload, sender) => announce(parts, log, payload, sender),
    'submission stands': ({ submission }, sender) =>
      inTab(sender, async (tabId) => {
        const submissions = await log.note(tabId, { type: 'stands', submission });
        // The checklist that the person looks at next is the one that these files count for.
        const [first] = submissions.find((one) => one.submission === submission)?.files ?? [];
        if (first) await checklists.show(first.organization);
      }),
    'submission withdrawn': ({ submission }, sender) =>
      note({ type: 'withdrawn', submission }, sender),
    'submission clicked': ({ submissions }, sender) =>
      note({ type: 'clicked', submissions }, sender),
    'marks found': (marks, sender) => note({ type: 'marks found', ...marks }, sender),
    'answer awaited': async () => {},
    'thanks shown': (_, sender) => note({ type: 'thanks shown' }, sender),
    'page opened': ({ isReload }, sender) =>
      inTab(sender, async (tabId) => {
        await forgetStanding(session, tabId);
        await log.note(tabId, { type: 'page opened', isReload });
      }),
    'no thanks here': (_, sender) => note({ type: 'no thanks here' }, sender),
    'files sent anyway': ({ files, rules }, sender) =>
      inTab(sender, async () => {
        const { current } = await checklists.shown();
        await store.append([{ kind: 'sent-anyway', organization: current, files, rules }]);
      }),
  };
}

async function announce(
  { queue, checklists }: Parts,
  log: SubmissionLog,
  { files, ...proof }: Payload<'submission announced'>,
  sender: Sender,
): Promise<Answer<'submission announced'>> {
  const { tabId } = sender;
  if (tabId === undefined) return { kind: 'not recorded', why: 'failed' };
  const attempt = await queue.attempt(sender, async () => {
    const { organizations, current } = await checklists.shown();
    const submitted = files.map((file) => ({
      organization: organizationFor(organizations, current, file.reportingLea),
      file,
    }));
    await log.note(tabId, {
      type: 'announced',
      announced: { ...proof, files: submitted },
    });
  });
  if ('refused' in attempt) return { kind: 'not recorded', why: attempt.refused };
  return { kind: 'announced' };
}
