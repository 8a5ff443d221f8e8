import type { Words } from '../words/words.ts';
import type { NextStep } from './next-step.ts';

/** What the person does for a step. */
export type NextAction = 'set up' | 'districts' | 'open cell' | 'upload page' | 'ask' | 'paste';

export function nextAction({ kind }: NextStep): NextAction | undefined {
  switch (kind) {
    case 'set up':
    case 'choose rounds':
      return 'set up';
    case 'follow up districts':
      return 'districts';
    case 'say whether sent':
    case 'look at problem':
      return 'open cell';
    case 'finish submission':
    case 'send part':
    case 'send':
      return 'upload page';
    case 'no e-mail yet':
    case 'ask for counts':
      return 'ask';
    case 'paste reply':
      return 'paste';
    case 'done':
      return undefined;
  }
}

/** Says what the person does next. Both languages have one form for 1, and one for all else. */
export function nextStepWords(next: NextStep): Words {
  switch (next.kind) {
    case 'set up':
      return ['next_set_up'];
    case 'choose rounds':
      return ['next_choose_rounds'];
    case 'say whether sent': {
      const { files, fileType, schoolYear } = next;
      return files === 1
        ? ['next_say_whether_sent', fileType, schoolYear]
        : ['next_say_whether_sent_all', { count: files }, fileType, schoolYear];
    }
    case 'look at problem': {
      const { files, fileType, schoolYear } = next;
      return files === 1
        ? ['next_look_at_problem', fileType, schoolYear]
        : ['next_look_at_problems', { count: files }, fileType, schoolYear];
    }
    case 'finish submission': {
      const count = { count: next.files };
      return next.files === 1 ? ['next_finish_one', count] : ['next_finish_other', count];
    }
    case 'send part': {
      const { part, of, fileType, schoolYear } = next;
      const words = next.isFile ? 'next_send_part_file' : 'next_send_part';
      return [words, { count: part }, { count: of }, fileType, schoolYear];
    }
    case 'follow up districts': {
      if (next.open === 0) return ['next_list_districts'];
      const count = { count: next.open };
      return next.open === 1 ? ['next_districts_one', count] : ['next_districts_other', count];
    }
    case 'send':
      return next.files === 1
        ? ['next_send_last', next.fileType, next.schoolYear]
        : ['next_send_all', { count: next.files }];
    case 'no e-mail yet': {
      const counts = [{ count: next.files }, { count: next.days }] as const;
      return next.files === 1
        ? ['next_no_email_one', ...counts]
        : ['next_no_email_other', ...counts];
    }
    case 'ask for counts':
      return next.files === 1
        ? ['next_ask_about_it']
        : ['next_ask_about_all', { count: next.files }];
    case 'paste reply':
      return ['next_paste_reply'];
    case 'done':
      return ['next_done'];
  }
}
