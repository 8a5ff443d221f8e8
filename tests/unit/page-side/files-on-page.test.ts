import { describe, expect, it } from 'vitest';
import type { ChosenFile } from '../../../lib/messaging/page-port.ts';
import { nextStep } from '../../../lib/page-side/files-on-page.ts';
import type {
  AttachOrder,
  Choice,
  FilesCommand,
  FilesEvent,
  FilesState,
  PageAtClick,
  Proof,
} from '../../../lib/page-side/files-state.ts';
import { NO_FILES, namesOnPage, unsubmitted } from '../../../lib/page-side/files-state.ts';
import { sentFile } from '../support/attached-file.ts';

const SENR = sentFile('SENR');
const SINF = sentFile('SINF');

function choice(number: number, ...names: readonly string[]): Choice {
  const files = names.map((name): ChosenFile => {
    return { id: `${number} ${name}`, file: new File([name], name) };
  });
  return { number, files, when: 'at choice' };
}

const FIRST = choice(1, 'senr.txt');
const SECOND = choice(2, 'sinf.txt');

function order(of: number, ...records: AttachOrder['records']): AttachOrder {
  return {
    proof: proof(of),
    choice: of,
    copies: records.map(({ name }) => `copy of ${name}`),
    records,
    description: `order ${of}`,
  };
}

const proof = (key: number): Proof => ({
  submission: `submission ${key}`,
  clickNumber: `click ${key}`,
  thanksNumber: `thanks ${key}`,
});
const chosen = (one: Choice, isInputEmptied = true): FilesEvent => ({
  type: 'chosen',
  choice: one,
  isInputEmptied,
});
const attach = (one: AttachOrder): FilesEvent => ({ type: 'attach', order: one });
const filled = (key: number): FilesEvent => ({ type: 'fields filled', key });
const announced = (key: number): FilesEvent => ({
  type: 'announced',
  key,
  proof: proof(key),
  answer: 'announced',
});
const settled = (
  key: number,
  outcome: 'in the input' | 'taken by the page' | 'refused' = 'in the input',
): FilesEvent => ({ type: 'settled', key, outcome });
const FIELDS = { purpose: 'filled', description: 'filled' } as const;
const READ_BACK: FilesEvent = { type: 'fields read back', fields: FIELDS };
const click = (...there: readonly number[]): FilesEvent => ({
  type: 'click',
  page: { there, isReady: true },
});
const THANKS: FilesEvent = { type: 'thanks' };

/** Chosen, and given to the page; the background knows of it. */
const TO_GIVING = [chosen(FIRST), attach(order(1, SENR)), filled(1), announced(1)] as const;
const TO_STANDING = [...TO_GIVING, settled(1), READ_BACK] as const;
const TO_WIDGET = [...TO_GIVING, settled(1, 'taken by the page'), READ_BACK] as const;
const TO_CLICKED = [...TO_STANDING, click(1)] as const;

/** What is commanded at the last of these events, and the state after it. */
function after(...events: readonly FilesEvent[]): {
  readonly state: FilesState;
  readonly commands: readonly FilesCommand[];
  readonly words: readonly string[];
} {
  let state = NO_FILES;
  let commands: readonly FilesCommand[] = [];
  for (const event of events) ({ state, commands } = nextStep(state, event));
  return { state, commands, words: commands.map(inWords) };
}

/** `tell submission stands 1`, `say attached`, `give 1`, … */
function inWords(command: FilesCommand): string {
  switch (command.do) {
    case 'say':
      return `say ${command.message.type}`;
    case 'tell':
      return `tell ${command.message.name}${submissionsIn(command.message.payload)}`;
    case 'mark':
      return `mark ${command.as} ${command.proofs.map(({ clickNumber }) => clickNumber.slice(6))}`;
    case 'put back':
      return `put back ${command.choices.map(({ number }) => number)}`;
    case 'fill fields':
    case 'announce':
    case 'give':
    case 'read back':
      return `${command.do} ${command.key}`;
    case 'read fields back':
    case 'stop click':
      return command.do;
  }
}

function submissionsIn(payload: object): string {
  if ('submission' in payload) return ` ${String(payload.submission).slice(11)}`;
  if (!('submissions' in payload) || !Array.isArray(payload.submissions)) return '';
  return ` ${payload.submissions.map((one) => String(one).slice(11))}`;
}

const held = ({ held: choices }: FilesState) => choices.map(({ number }) => number);
const stages = ({ given }: FilesState) => given.map(({ key, stage }) => `${key} ${stage}`);

describe('one submission, from the choice to the thanks', () => {
  it.each([
    ['the choice', [chosen(FIRST)], ['say chosen'], [1], []],
    ['the order', [chosen(FIRST), attach(order(1, SENR))], ['fill fields 1'], [1], []],
    ['the fields', TO_GIVING.slice(0, 3), ['announce 1'], [1], []],
    ['the answer of the background', TO_GIVING, ['give 1'], [1], ['1 given']],
    [
      'the read-back',
      [...TO_GIVING, settled(1)],
      ['tell submission stands 1', 'read fields back'],
      [],
      ['1 standing'],
    ],
    ['the fields', TO_STANDING, ['say filled', 'say attached'], [], ['1 standing']],
    [
      'the click',
      TO_CLICKED,
      ['mark clicked 1', 'tell submission clicked 1', 'say clicked'],
      [],
      ['1 clicked'],
    ],
    [
      'the thanks',
      [...TO_CLICKED, THANKS],
      ['mark thanked 1', 'tell thanks shown', 'say thanked'],
      [],
      ['1 thanked'],
    ],
  ] as const)('%s', (_what, events, words, numbers, given) => {
    const { state, words: commanded } = after(...events);
    expect(commanded).toEqual(words);
    expect(held(state)).toEqual(numbers);
    expect(stages(state)).toEqual(given);
  });

  it('carries the records, the copies and the description of the order', () => {
    const one = order(1, SENR, SINF);
    const start = [chosen(FIRST), attach(one)] as const;
    expect(after(...start).commands).toMatchObject([{ description: 'order 1' }]);
    expect(after(...start, filled(1)).commands).toMatchObject([{ records: [SENR, SINF] }]);
    const given = after(...start, filled(1), announced(1));
    expect(given.commands).toMatchObject([{ copies: one.copies }]);
    expect(namesOnPage(given.state)).toEqual([SENR.name, SINF.name]);
  });

  it('names the files that stand there, and what the page did with them', () => {
    expect(after(...TO_WIDGET).commands).toEqual([
      { do: 'say', message: { type: 'filled', ...FIELDS } },
      {
        do: 'say',
        message: { type: 'attached', outcome: 'taken by the page', names: [SENR.name] },
      },
    ]);
  });

  it('is thanked for once', () => {
    expect(after(...TO_CLICKED, THANKS, THANKS).words).toEqual(['tell thanks shown']);
  });

  it('is over with the thanks: no later click, choice or loss is about it', () => {
    const over = [...TO_CLICKED, THANKS] as const;
    expect(unsubmitted(after(...over).state)).toEqual([]);
    expect(after(...over, click()).words).toEqual([]);
    expect(after(...over, { type: 'lost' }).words).toEqual([]);
    expect(after(...over, { type: 'shown again' }).words).toEqual([]);
    expect(after(...over, chosen(SECOND)).words).toEqual(['say chosen']);
  });
});

describe('the click comes early', () => {
  it('before the page has answered: the files surely stand there now', () => {
    const { words, state } = after(...TO_GIVING, click(1));
    expect(words).toEqual([
      'tell submission stands 1',
      'mark clicked 1',
      'tell submission clicked 1',
      'say clicked',
    ]);
    expect(held(state)).toEqual([]);
    expect(unsubmitted(state)).toEqual([]);
  });

  it('and the answer after it tells nothing twice', () => {
    const { words } = after(...TO_GIVING, click(1), settled(1));
    expect(words).toEqual(['read fields back']);
    expect(after(...TO_GIVING, click(1), settled(1), READ_BACK, THANKS).words).toContain(
      'mark thanked 1',
    );
  });

  it('and nothing shows that the files are there: it is told, but no number goes with it', () => {
    expect(after(...TO_GIVING, click()).words).toEqual([
      'mark clicked ',
      'tell submission clicked 1',
      'say clicked',
    ]);
  });

  it.each([
    ['fields are filled', 2],
    ['background is told', 3],
  ])('while the %s: the page has nothing yet, and nothing is told', (_what, upTo) => {
    expect(after(...TO_GIVING.slice(0, upTo), click()).words).toEqual([]);
  });
});

describe('the page at the click', () => {
  const at = (page: PageAtClick): FilesEvent => ({ type: 'click', page });

  it('has emptied its input: the click is stopped, the submission withdrawn, the choice held', () => {
    const { words, state } = after(...TO_STANDING, click());
    expect(words).toEqual(['tell submission withdrawn 1', 'say lost by page', 'stop click']);
    expect(held(state)).toEqual([1]);
    expect(after(...TO_STANDING, click(), click()).words).toEqual([]);
  });

  it('no longer names what its widget took: nobody knows, so the click is told', () => {
    expect(after(...TO_WIDGET, click()).words).toContain('tell submission clicked 1');
  });

  it('is not ready: the click is stopped once', () => {
    const early = at({ there: [1], isReady: false });
    expect(after(...TO_STANDING, early).words).toEqual(['say submit stopped', 'stop click']);
    expect(after(...TO_STANDING, early, early).words).toContain('tell submission clicked 1');
  });

  it('is not ready, with other files: it is stopped once more', () => {
    const early = at({ there: [1], isReady: false });
    const again = [chosen(SECOND), attach(order(2, SINF)), filled(2), announced(2), settled(2)];
    const { words } = after(...TO_STANDING, early, ...again, at({ there: [2], isReady: false }));
    expect(words).toEqual(['say submit stopped', 'stop click']);
  });

  it('is clicked twice: the second click sends nothing', () => {
    expect(after(...TO_CLICKED, click()).words).toEqual([]);
  });

  it('sends all that stands there, whichever order it came with', () => {
    const second = [chosen(SECOND, false), attach(order(2, SINF)), filled(2), announced(2)];
    const { words } = after(...TO_WIDGET, ...second, settled(2, 'taken by the page'), click(1, 2));
    expect(words).toContain('tell submission clicked 1,2');
    expect(words).toContain('mark clicked 1,2');
  });
});

describe('the background', () => {
  it.each(['private window', 'not recorded'] as const)(
    'cannot keep it, "%s": the panel hears that, the page has the files, nothing is told',
    (why) => {
      const answered = { ...announced(1), answer: why } as FilesEvent;
      const start = [...TO_GIVING.slice(0, 3), answered];
      const { commands, words } = after(...start);
      expect(words).toEqual(['say not recorded', 'give 1']);
      expect(commands[0]).toEqual({ do: 'say', message: { type: 'not recorded', why } });
      expect(after(...start, settled(1)).words).toEqual(['read fields back']);
      expect(after(...start, settled(1), READ_BACK, click(1)).words).toEqual(['say clicked']);
      expect(after(...start, settled(1), READ_BACK, click(1), THANKS).words).toEqual([
        'tell thanks shown',
        'say thanked',
      ]);
    },
  );

  it('answers for an order that was dropped meanwhile: that is withdrawn', () => {
    const { words, state } = after(...TO_GIVING.slice(0, 3), chosen(SECOND), announced(1));
    expect(words).toEqual(['tell submission withdrawn 1']);
    expect(stages(state)).toEqual([]);
  });
});

describe('a second choice', () => {
  it('takes the files along that the input loses by it', () => {
    const { words, state } = after(...TO_STANDING, chosen(SECOND));
    expect(words).toEqual(['tell submission withdrawn 1', 'say chosen']);
    expect(held(state)).toEqual([1, 2]);
    expect(stages(state)).toEqual([]);
  });

  it('leaves what a widget took', () => {
    const { words, state } = after(...TO_WIDGET, chosen(SECOND));
    expect(words).toEqual(['say chosen']);
    expect(held(state)).toEqual([2]);
    expect(stages(state)).toEqual(['1 standing']);
  });

  it('leaves what was clicked', () => {
    const { state } = after(...TO_CLICKED, chosen(SECOND));
    expect(stages(state)).toEqual(['1 clicked']);
  });

  it.each([
    ['filling', 2],
    ['announcing', 3],
  ])('while the first is %s drops that order', (_step, upTo) => {
    const start = [...TO_GIVING.slice(0, upTo), chosen(SECOND)];
    const { state } = after(...start);
    expect(state.order).toEqual({ step: 'none' });
    expect(held(state)).toEqual([1, 2]);
    expect(after(...start, filled(1)).words).toEqual([]);
  });

  it('makes an order of no use that does not know of it', () => {
    const { words, state } = after(chosen(FIRST), chosen(SECOND), attach(order(1, SENR)));
    expect(words).toEqual([]);
    expect(state.order).toEqual({ step: 'none' });
    expect(after(chosen(FIRST), chosen(SECOND), attach(order(2, SENR, SINF))).words).toEqual([
      'fill fields 1',
    ]);
  });

  describe('while the first is given, whose order comes before the page has answered,', () => {
    const second = [chosen(SECOND), attach(order(2, SENR, SINF)), filled(2)] as const;

    it('finds the first refused: that is withdrawn', () => {
      const { words, state } = after(...TO_GIVING, ...second, settled(1, 'refused'));
      expect(words).toEqual(['tell submission withdrawn 1']);
      expect(state.order).toMatchObject({ step: 'announcing', key: 2 });
      expect(stages(state)).toEqual([]);
    });

    it('finds the first taken by a widget: that stands, and both are told of the click', () => {
      const events = [...TO_GIVING, ...second, settled(1, 'taken by the page')];
      expect(after(...events).words).toEqual(['tell submission stands 1']);
      const both = [...events, announced(2), settled(2, 'taken by the page')];
      expect(after(...both).words).toEqual(['tell submission stands 2', 'read fields back']);
      expect(after(...both, READ_BACK, click(1, 2)).words).toContain('tell submission clicked 1,2');
    });
  });
});

describe('the page', () => {
  it('refuses the files: the submission is withdrawn, and the choice still held', () => {
    const refused = [...TO_GIVING, settled(1, 'refused')];
    const { words, state } = after(...refused);
    expect(words).toEqual(['tell submission withdrawn 1', 'read fields back']);
    expect(held(state)).toEqual([1]);
    expect(after(...refused, READ_BACK).commands.at(-1)).toEqual({
      do: 'say',
      message: { type: 'attached', outcome: 'refused', names: [] },
    });
  });

  it('loses the files with its form', () => {
    const { words, state } = after(...TO_STANDING, { type: 'lost' });
    expect(words).toEqual(['tell submission withdrawn 1', 'say lost by page']);
    expect(held(state)).toEqual([1]);
    expect(after({ type: 'lost' }).words).toEqual([]);
  });

  it('loses them while it is asked for its fields: the panel hears of the loss alone', () => {
    const events = [...TO_GIVING, settled(1), { type: 'lost' }, READ_BACK] as const;
    expect(after(...events).words).toEqual(['say filled']);
  });

  it('is shown again: the background is told again that the files stand', () => {
    const again = [...TO_STANDING, { type: 'shown again' }] as const;
    expect(after(...again).words).toEqual(['tell submission stands 1']);
    expect(after(...again, click(1)).words).toContain('tell submission clicked 1');
  });

  it('keeps what was clicked before: it is sent once more with the rest', () => {
    const second = [chosen(SECOND, false), attach(order(2, SINF)), filled(2), announced(2)];
    const both = [...TO_WIDGET, click(1), ...second, settled(2, 'taken by the page')];
    expect(after(...both, click(1, 2)).words).toContain('tell submission clicked 1,2');
    expect(after(...both, click(2)).words).toContain('tell submission clicked 2');
  });

  it('is shown again after its click: nothing is told', () => {
    expect(after(...TO_CLICKED, { type: 'shown again' }).words).toEqual([]);
  });

  it('thanks while nothing was clicked here: the click was on the page before', () => {
    expect(after(THANKS).words).toEqual(['tell thanks shown']);
    expect(stages(after(...TO_STANDING, THANKS).state)).toEqual(['1 standing']);
  });
});

describe('files taken back', () => {
  it('are withdrawn, and held as they were chosen', () => {
    const { words, state } = after(...TO_STANDING, { type: 'taken back', isComplete: true });
    expect(words).toEqual(['tell submission withdrawn 1', 'say taken back']);
    expect(held(state)).toEqual([1]);
    expect(unsubmitted(state)).toEqual([]);
  });

  it('that the page still names, stand there', () => {
    const { words, state } = after(...TO_WIDGET, { type: 'taken back', isComplete: false });
    expect(words).toEqual(['say taken back']);
    expect(stages(state)).toEqual(['1 standing']);
  });
});

describe('files given once more', () => {
  const again = (...names: readonly string[]): FilesEvent => ({ type: 'attach again', names });
  const both = [chosen(FIRST), attach(order(1, SENR, SINF)), filled(1), announced(1)] as const;

  it('are the same copies, and nothing new is told', () => {
    const events = [...both, settled(1, 'taken by the page'), READ_BACK, again(SINF.name)] as const;
    expect(after(...events).commands).toEqual([
      { do: 'give', key: 1, copies: [`copy of ${SINF.name}`] },
    ]);
    expect(after(...events, settled(1, 'taken by the page')).words).toEqual(['read fields back']);
    expect(after(...events, settled(1, 'taken by the page'), READ_BACK).commands.at(-1)).toEqual({
      do: 'say',
      message: {
        type: 'attached',
        outcome: 'taken by the page',
        names: [SENR.name, SINF.name],
      },
    });
  });

  it('that the widget does not show a second time, stand there as before', () => {
    const events = [...TO_WIDGET, again(SENR.name), settled(1, 'refused')] as const;
    expect(after(...events).words).toEqual(['read fields back']);
    expect(after(...events, READ_BACK).commands.at(-1)).toMatchObject({
      message: { type: 'attached', outcome: 'taken by the page', names: [SENR.name] },
    });
    expect(after(...events, READ_BACK, click(1)).words).toContain('tell submission clicked 1');
  });

  it('that the input does not keep, are withdrawn', () => {
    const events = [...TO_STANDING, again(SENR.name), settled(1, 'refused')] as const;
    expect(after(...events).words).toEqual(['tell submission withdrawn 1', 'read fields back']);
    expect(after(...events, READ_BACK).commands.at(-1)).toMatchObject({
      message: { type: 'attached', outcome: 'refused', names: [] },
    });
  });

  it('are none while another order is carried out, or when nothing stands there', () => {
    expect(after(...TO_GIVING, again(SENR.name)).words).toEqual([]);
    expect(after(...TO_CLICKED, again(SENR.name)).words).toEqual([]);
  });
});

describe('files that the person chose by hand', () => {
  const passed: FilesEvent = {
    type: 'passed',
    proof: proof(1),
    ids: ['1 senr.txt'],
    records: [SENR],
  };

  it('are announced after the fact, and then stand', () => {
    expect(after(passed).words).toEqual(['announce 1', 'read back 1']);
    expect(after(passed, announced(1)).words).toEqual([]);
    expect(after(passed, announced(1), settled(1)).words).toEqual([
      'tell submission stands 1',
      'say attached by hand',
    ]);
    expect(after(passed, announced(1), settled(1), click(1)).words).toContain(
      'tell submission clicked 1',
    );
  });

  it('are read back before the background has answered', () => {
    expect(after(passed, settled(1)).words).toEqual([
      'tell submission stands 1',
      'say attached by hand',
    ]);
    expect(after(passed, settled(1), announced(1)).words).toEqual([]);
  });

  it('are taken out of the input by a widget, and count all the same', () => {
    const taken = [passed, announced(1), settled(1, 'taken by the page')] as const;
    const { words } = after(...taken, click(1));
    expect(words).toContain('tell submission clicked 1');
    expect(words).not.toContain('stop click');
  });

  it('are not sure, or not sent, where the page did not take them', () => {
    const refused = [passed, announced(1), settled(1, 'refused')] as const;
    expect(after(...refused).words).toEqual(['tell submission withdrawn 1']);
    expect(after(...refused, click()).words).toEqual([]);
    // Clicked before it was read back, and not to be seen: no mark proves them.
    expect(after(passed, announced(1), click()).words).toEqual([
      'mark clicked ',
      'tell submission clicked 1',
      'say clicked',
    ]);
    // Nor does the thanks' number, or a second click.
    expect(after(passed, announced(1), click(), THANKS).words).toEqual([
      'tell thanks shown',
      'say thanked',
    ]);
    const { commands } = after(
      passed,
      announced(1),
      click(),
      attach(order(0, SINF)),
      filled(2),
      announced(2),
      settled(2),
      READ_BACK,
      click(1, 2),
    );
    expect(commands).toContainEqual({ do: 'mark', as: 'clicked', proofs: [proof(2)] });
  });

  it('are shown again before they were read back: nothing is claimed of them', () => {
    expect(after(passed, announced(1), { type: 'shown again' }).words).toEqual([]);
    expect(after(passed, settled(1), { type: 'shown again' }).words).toEqual([
      'tell submission stands 1',
    ]);
  });

  it('take the place of what the input held', () => {
    const { words, state } = after(...TO_STANDING, passed);
    expect(words).toEqual(['tell submission withdrawn 1', 'announce 2', 'read back 2']);
    expect(stages(state)).toEqual(['2 given']);
    expect(held(state)).toEqual([]);
  });

  it('are clicked before the background has answered: it hears all in order', () => {
    const early = [passed, click(1)] as const;
    expect(after(...early).words).toEqual([
      'say attached by hand',
      'tell submission stands 1',
      'mark clicked 1',
      'tell submission clicked 1',
      'say clicked',
    ]);
    expect(unsubmitted(after(...early).state)).toEqual([]);
    expect(after(...early, announced(1)).words).toEqual([]);
  });

  it('are replaced by another choice before they were read back: the page then says so', () => {
    const replaced = [passed, chosen(SECOND)] as const;
    expect(after(...replaced).words).toEqual(['say chosen']);
    expect(after(...replaced, settled(1, 'refused')).words).toEqual([
      'tell submission withdrawn 1',
    ]);
  });

  it('are heard of more than once in a shadow root: that is one choice', () => {
    expect(after(passed, passed).words).toEqual([]);
  });
});

describe('files that the person sends against the rules', () => {
  const back: FilesEvent = {
    type: 'put back',
    ids: FIRST.files.map(({ id }) => id),
    rules: ['empty-file'],
  };

  it('go back as they were; the ledger keeps how many, and why they were held', () => {
    const { commands, state } = after(chosen(FIRST, false), back);
    expect(commands).toEqual([
      {
        do: 'tell',
        message: { name: 'files sent anyway', payload: { files: 1, rules: ['empty-file'] } },
      },
      { do: 'put back', choices: [{ ...FIRST, when: 'at submit' }] },
    ]);
    expect(held(state)).toEqual([]);
  });

  it('are clicked without a word to the background', () => {
    expect(after(chosen(FIRST, false), back, click(1)).words).toEqual(['say clicked']);
    expect(after(chosen(FIRST, false), back, { type: 'shown again' }).words).toEqual([]);
  });

  it('are none that nobody holds', () => {
    expect(after(back).words).toEqual([]);
  });
});

describe('the person lets go', () => {
  it('and nothing is held any more', () => {
    expect(held(after(chosen(FIRST), { type: 'let go' }).state)).toEqual([]);
  });

  const LET_GO = [chosen(FIRST), { type: 'let go' }] as const;

  it('and takes that back: the files are held again, and go back should the panel die', () => {
    const { state } = after(...LET_GO, { type: 'hold again' });
    expect(held(state)).toEqual([1]);
    expect(after(...LET_GO, { type: 'hold again' }, { type: 'panel gone' }).commands).toEqual([
      { do: 'put back', choices: [FIRST] },
    ]);
  });

  it('and takes that back once, beside files that were chosen since', () => {
    const again: FilesEvent = { type: 'hold again' };
    expect(held(after(...LET_GO, chosen(SECOND), again, again).state)).toEqual([1, 2]);
  });
});

describe('the panel is gone', () => {
  const gone: FilesEvent = { type: 'panel gone' };

  it('with files: they go back as they were chosen, choice by choice', () => {
    const { commands, state } = after(chosen(FIRST), chosen(SECOND), gone);
    expect(commands).toEqual([{ do: 'put back', choices: [FIRST, SECOND] }]);
    expect(held(state)).toEqual([]);
  });

  it('without files: nothing is to do', () => {
    expect(after(gone).words).toEqual([]);
    expect(after(...TO_STANDING, gone).words).toEqual([]);
  });

  it('and what stands on the page is told down to the thanks', () => {
    expect(after(...TO_STANDING, gone, click(1)).words).toContain('tell submission clicked 1');
    expect(after(...TO_CLICKED, gone, THANKS).words).toContain('mark thanked 1');
  });

  it.each([
    ['filled', 2, filled(1), []],
    ['announced', 3, announced(1), ['tell submission withdrawn 1']],
  ] as const)(
    'before its order is %s: the page gets the own files alone',
    (_what, upTo, next, words) => {
      const start = [...TO_GIVING.slice(0, upTo), gone];
      expect(after(...start).words).toEqual(['put back 1']);
      expect(after(...start, next).words).toEqual(words);
    },
  );

  it('while the page answers: it has the prepared files, and gets no second set', () => {
    expect(after(...TO_GIVING, gone).words).toEqual([]);
    expect(after(...TO_GIVING, gone, settled(1)).words).toContain('tell submission stands 1');
  });
});
