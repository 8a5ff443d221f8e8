import { describe, expect, it } from 'vitest';
import type { NextStep } from '../../../lib/ledger/next-step.ts';
import { nextAction, nextStepWords } from '../../../lib/ledger/next-step-words.ts';
import { sayIn } from '../support/say-in.ts';

const SENR = { fileType: 'SENR', schoolYear: '2022-23' } as const;
const PART = { kind: 'send part', ...SENR, part: 2, of: 3 } as const;

const STEPS: readonly [NextStep, en: string, es: string, ReturnType<typeof nextAction>][] = [
  [
    { kind: 'set up' },
    'Tell the assistant which funding rounds you have. It takes less than a minute.',
    'Indique qué rondas de fondos tiene. Toma menos de un minuto.',
    'set up',
  ],
  [
    { kind: 'choose rounds' },
    'Choose your funding rounds, so that the checklist knows your school years.',
    'Elija sus rondas de fondos, para que la lista conozca sus años escolares.',
    'set up',
  ],
  [
    { kind: 'say whether sent', ...SENR, files: 1 },
    'Was SENR 2022-23 sent? The assistant did not see the page say thank you.',
    '¿Se envió SENR 2022-23? El asistente no vio que la página diera las gracias.',
    'open cell',
  ],
  [
    { kind: 'say whether sent', ...SENR, files: 7 },
    'Were these 7 files sent? The assistant did not see the page say thank you. Start with SENR 2022-23.',
    '¿Se enviaron estos 7 archivos? El asistente no vio que la página diera las gracias. Empiece con SENR 2022-23.',
    'open cell',
  ],
  [
    { kind: 'look at problem', ...SENR, files: 1 },
    'Look at SENR 2022-23: something does not fit.',
    'Revise SENR 2022-23: algo no concuerda.',
    'open cell',
  ],
  [
    { kind: 'look at problem', ...SENR, files: 14 },
    'Look at the 14 problems. Start with SENR 2022-23.',
    'Revise los 14 problemas. Empiece con SENR 2022-23.',
    'open cell',
  ],
  [
    { kind: 'finish submission', files: 1 },
    'Finish on the upload page: 1 file is attached but not sent yet.',
    'Termine en la página de carga: 1 archivo está adjunto, pero aún no se envió.',
    'upload page',
  ],
  [
    { kind: 'finish submission', files: 2 },
    'Finish on the upload page: 2 files are attached but not sent yet.',
    'Termine en la página de carga: 2 archivos están adjuntos, pero aún no se enviaron.',
    'upload page',
  ],
  [
    { ...PART, isFile: false },
    'Upload part 2 of 3 of SENR 2022-23. Choose the same file again on the upload page.',
    'Suba la parte 2 de 3 de SENR 2022-23. Elija de nuevo el mismo archivo en la página de carga.',
    'upload page',
  ],
  [
    { ...PART, isFile: true },
    'Upload part 2 of 3 of SENR 2022-23. Choose its file on the upload page.',
    'Suba la parte 2 de 3 de SENR 2022-23. Elija su archivo en la página de carga.',
    'upload page',
  ],
  [
    { kind: 'follow up districts', open: 0 },
    'List the districts that upload for you.',
    'Anote los distritos que suben archivos por usted.',
    'districts',
  ],
  [
    { kind: 'follow up districts', open: 1 },
    'Check in with your districts: 1 has not uploaded yet.',
    'Consulte con sus distritos: 1 aún no ha subido sus archivos.',
    'districts',
  ],
  [
    { kind: 'follow up districts', open: 2 },
    'Check in with your districts: 2 have not uploaded yet.',
    'Consulte con sus distritos: 2 aún no han subido sus archivos.',
    'districts',
  ],
  [
    { kind: 'send', ...SENR, files: 1 },
    'Upload SENR 2022-23, the last missing file.',
    'Suba SENR 2022-23, el último archivo que falta.',
    'upload page',
  ],
  [
    { kind: 'send', ...SENR, files: 34 },
    'Upload your 34 missing files, all at once if you like.',
    'Suba los 34 archivos que faltan, todos a la vez si quiere.',
    'upload page',
  ],
  [
    { kind: 'no e-mail yet', files: 1, days: 3 },
    'Ask the help desk about 1 file: no confirmation e-mail is noted after 3 working days.',
    'Pregunte a la mesa de ayuda por 1 archivo: no hay un correo de confirmación anotado después de 3 días hábiles.',
    'ask',
  ],
  [
    { kind: 'no e-mail yet', files: 2, days: 3 },
    'Ask the help desk about 2 files: no confirmation e-mail is noted after 3 working days.',
    'Pregunte a la mesa de ayuda por 2 archivos: no hay un correo de confirmación anotado después de 3 días hábiles.',
    'ask',
  ],
  [
    { kind: 'ask for counts', files: 1 },
    'Your file is sent. Ask the help desk whether it arrived.',
    'Su archivo ya se envió. Pregunte a la mesa de ayuda si llegó.',
    'ask',
  ],
  [
    { kind: 'ask for counts', files: 35 },
    'All 35 are sent. Ask the help desk what arrived.',
    'Ya se enviaron los 35 archivos. Pregunte a la mesa de ayuda qué llegó.',
    'ask',
  ],
  [
    { kind: 'paste reply' },
    'You asked the help desk. Paste the reply here when it comes.',
    'Ya preguntó a la mesa de ayuda. Pegue aquí la respuesta cuando llegue.',
    'paste',
  ],
  [
    { kind: 'done' },
    'Nothing is left to do. Every required file is accounted for.',
    'No queda nada por hacer. Todos los archivos requeridos están al día.',
    undefined,
  ],
];

describe('the next step', () => {
  it.each(STEPS)('says what a person does: %j', (step, en, es) => {
    expect(sayIn('en')(nextStepWords(step))).toBe(en);
    expect(sayIn('es')(nextStepWords(step))).toBe(es);
  });

  it.each(STEPS)('has the button that starts it: %j', (step, _en, _es, action) => {
    expect(nextAction(step)).toBe(action);
  });
});
