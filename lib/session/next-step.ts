import {
  attach,
  cancel,
  chooseSchoolYear,
  fillDescription,
  pointAt,
  remove,
  retry,
  save,
  sendAnyway,
  stopPointing,
  undo,
} from './asked.ts';
import { choosePartWords, sayParts, sayWhichPart } from './asked-parts.ts';
import { cutByYear, wasCutByYear } from './by-year.ts';
import { goOn } from './go-on.ts';
import { heard } from './heard.ts';
import { sendOnlyNew } from './joined.ts';
import type { SessionEvent, SessionState, SessionStep } from './session-state.ts';
import { checkAgain, edit, say, stay } from './steps.ts';
import { forgetCancelled } from './take-back.ts';
import { checked, copied, making, progress, saved, saveOver, takenOut } from './worked.ts';

/** What happens next in a session. It asks for work; it does none. */
export function nextStep(state: SessionState, event: SessionEvent): SessionStep {
  const { state: changed, commands } = happened(state, event);
  const goneOn = goOn(changed);
  return { state: goneOn.state, commands: [...commands, ...goneOn.commands] };
}

function happened(state: SessionState, event: SessionEvent): SessionStep {
  switch (event.type) {
    case 'heard':
      return heard(state, event.message);
    case 'attach':
      return attach(state);
    case 'remove':
      return remove(state, event.id);
    case 'choose school year':
      return chooseSchoolYear(state, event);
    case 'choose packing':
      return stay(edit(state, event.id, { wantsTextParts: event.packing === 'text parts' }));
    case 'choose repair':
      return stay(edit(state, event.id, { wantsRepair: event.wantsRepair }));
    case 'say parts':
      return sayParts(state, event.set);
    case 'say which part':
      return sayWhichPart(state, event);
    case 'choose part words':
      return stay(choosePartWords(state, event));
    case 'cut by year':
      return cutByYear(state, event.id);
    case 'undo':
      return undo(state);
    case 'cancel':
      return cancel(state);
    case 'forget cancelled':
      return stay(forgetCancelled(state));
    case 'send only new':
      return sendOnlyNew(state);
    case 'save':
      return save(state, event);
    case 'fill description':
      return fillDescription(state);
    case 'retry':
      return retry(state);
    case 'send anyway':
      return sendAnyway(state);
    case 'go to another upload':
      return stay(state, say({ type: 'focus another upload' }));
    case 'leave outcome':
      // The focus must not go with the panel.
      return stay(state, say({ type: 'focus another upload' }), say({ type: 'outcome over' }));
    case 'go to control':
      return stay(state, say({ type: 'focus control', control: event.control }));
    case 'point at':
      return pointAt(state, event.control);
    case 'stop pointing':
      return stopPointing(state);
    case 'check progress':
      return stay(progress(state, event));
    case 'checked':
      return checked(state, event);
    case 'taken out':
      return takenOut(state, event);
    case 'was cut by year':
      return wasCutByYear(state, event);
    case 'making':
      return stay(making(state, event));
    case 'copied':
      return copied(state, event);
    case 'saved':
      return saved(state, event.file);
    case 'save over':
      return event.changed === undefined
        ? stay(saveOver(state, event))
        : checkAgain(saveOver(state, event), [event.changed]);
  }
}
