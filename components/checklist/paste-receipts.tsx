import type { ClipboardEvent } from 'react';
import { useId, useState } from 'react';
import { say, t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { LedgerEvent } from '../../lib/ledger/events.ts';
import { matchReply } from '../../lib/ledger/match-reply.ts';
import { planCounts, withdrawReply } from '../../lib/ledger/receive-counts.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { ReceiptReading } from '../../lib/receipts/read-receipts.ts';
import { readReceipts } from '../../lib/receipts/read-receipts.ts';
import { tCount } from '../ui/count-words.ts';
import { useChange } from '../ui/use-change.ts';
import type { OrganizationPlan } from './counts-preview.tsx';
import { CountsPreview } from './counts-preview.tsx';
import { SubPage } from './sub-page.tsx';

interface Props {
  readonly view: Pick<LedgerView, 'organizations' | 'current'>;
  /** Names the page to go back to, if it is not the checklist. */
  readonly backTo?: string;
  readonly onBack: () => void;
}

type Reading = Extract<ReceiptReading, { kind: 'read' }>;
type State =
  | { readonly kind: 'pasting' }
  | Extract<ReceiptReading, { kind: 'refused' }>
  | {
      readonly kind: 'preview';
      readonly reading: Reading;
      readonly events: readonly LedgerEvent[];
      /** From the reply's name of an organization to the id of one here. Others are left out. */
      readonly mine: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'applied'; readonly reply: string; readonly count: number };

/** Reads the pasted reply of the help desk or the Member List, shows what it changes, then applies it. */
export function PasteReceipts({ view, backTo, onBack }: Props) {
  const id = useId();
  const [pasted, setPasted] = useState<{ text: string; html?: string }>({ text: '' });
  const [state, setState] = useState<State>({ kind: 'pasting' });
  const { change, refusal } = useChange();

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData('text/html');
    if (!html) return;
    event.preventDefault();
    setPasted({ text: event.clipboardData.getData('text/plain'), html });
  };
  const read = async () => {
    const reading = readReceipts(pasted, (html) =>
      new DOMParser().parseFromString(html, 'text/html'),
    );
    if (reading.kind === 'refused') return setState(reading);
    const events = await ask('read everything', {});
    const names = namesIn(reading);
    const mine = matchReply(names, view.organizations, view.current);
    setState({ kind: 'preview', reading, events, mine });
  };
  const plans = state.kind === 'preview' ? plansOf(state, view) : [];
  const apply = async () => {
    const reply = plans[0]?.reply;
    const events = plans.flatMap(({ plan }) => plan.events);
    if (reply && (await change(() => ask('record', { events })))) {
      setState({ kind: 'applied', reply, count: events.length });
    }
  };
  const undo = async (reply: string) => {
    const events = withdrawReply(await ask('read everything', {}), reply);
    if (await change(() => ask('record', { events }))) setState({ kind: 'pasting' });
  };

  return (
    <SubPage
      heading={t('checklist_paste')}
      {...(backTo && { backTo })}
      onBack={onBack}
      refusal={refusal}
    >
      <p role="status">{state.kind === 'applied' && tCount('paste_applied', state.count)}</p>
      {state.kind === 'applied' ? (
        <p>
          <button type="button" className="button" onClick={() => void undo(state.reply)}>
            {t('undo')}
          </button>
        </p>
      ) : (
        <>
          <label htmlFor={id}>{t('paste_label')}</label>
          <textarea
            id={id}
            className="paste-area"
            rows={state.kind === 'preview' ? 3 : 8}
            spellCheck={false}
            value={pasted.text}
            aria-describedby={state.kind === 'refused' ? `${id}-refused` : undefined}
            aria-invalid={state.kind === 'refused'}
            onPaste={onPaste}
            onChange={({ target }) => setPasted({ text: target.value })}
          />
          {state.kind === 'refused' && (
            <p id={`${id}-refused`} role="alert" className="field-error">
              {say(state.why)}
            </p>
          )}
          <p>
            <button
              type="button"
              className={state.kind === 'preview' ? 'button' : 'button primary'}
              disabled={pasted.text.trim() === ''}
              onClick={() => void read()}
            >
              {t('paste_read')}
            </button>
          </p>
        </>
      )}
      {state.kind === 'preview' && (
        <CountsPreview
          names={namesIn(state.reading)}
          ignoredColumns={state.reading.ignoredColumns}
          organizations={view.organizations}
          current={view.current}
          mine={state.mine}
          plans={plans}
          onMine={(name, mine) => setState({ ...state, mine: withChoice(state.mine, name, mine) })}
          onApply={() => void apply()}
        />
      )}
    </SubPage>
  );
}

function namesIn({ rows }: Reading): readonly string[] {
  return [...new Set(rows.map(({ organization }) => organization))];
}

function plansOf(
  { reading, events, mine }: Extract<State, { kind: 'preview' }>,
  { organizations }: Props['view'],
): OrganizationPlan[] {
  const reply = crypto.randomUUID();
  return [...mine].map(([name, id]) => {
    const organization = organizations.find((one) => one.id === id);
    const own = events.filter((event) => event.organization === id);
    const rows = reading.rows.filter((row) => row.organization === name);
    return { name, reply, plan: planCounts(id, organization, own, rows, reply) };
  });
}

function withChoice(
  mine: ReadonlyMap<string, string>,
  name: string,
  id: string,
): ReadonlyMap<string, string> {
  const others = [...mine].filter(([one]) => one !== name);
  return new Map(id ? [...others, [name, id]] : others);
}
