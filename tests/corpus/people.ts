import { CANARY_PREFIX } from './canaries.ts';
import { digits, hashText, mix } from './random.ts';

/** An invented student. Every value is a canary except the gender and the length of the name. */
export interface Student {
  readonly ssid: string;
  readonly localId: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly gender: string;
}

/** `plain` names are ASCII. `accented` names have letters outside ASCII, all of them in Latin-1. */
export type NameLetters = 'plain' | 'accented';

const FIRST = ['ana', 'beo', 'cado', 'dilla', 'erin', 'fio', 'gus', 'hale', 'iva', 'jun', 'kit'];
const MIDDLE = ['', '', 'lou', '', 'may', '', '', 'ray'];
const LAST = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'gum', 'hazel', 'iris', 'larch'];
const ACCENTED = [
  'álamo',
  'búho',
  'çelik',
  'dué',
  'muñoz',
  'gül',
  'sjöberg',
  'peña',
  'ríos',
  'øst',
];
/** Unusual days in a year when no current student was born. */
const BIRTH_DATES = [
  '19010113',
  '19010227',
  '19010331',
  '19010413',
  '19010531',
  '19010617',
  '19010729',
  '19010831',
  '19010911',
  '19011031',
  '19011123',
  '19011231',
];
const GENDERS = ['F', 'M', 'F', 'M', 'F', 'M', 'X'];

/**
 * The `index`-th student in an LEA: the same person in every file type and school year, as in a
 * real district. Students in two LEAs have different SSIDs.
 */
export function studentOf(lea: string, index: number, letters: NameLetters): Student {
  const h = mix(hashText(lea), index);
  const last = letters === 'accented' ? ACCENTED : LAST;
  return {
    ssid: `99${digits((hashText(lea) % 90) * 1_000_000 + (index % 1_000_000), 8)}`,
    localId: `${CANARY_PREFIX.toUpperCase()}${digits(index, 6)}`,
    firstName: CANARY_PREFIX + at(FIRST, h),
    middleName: MIDDLE[(h >>> 4) % MIDDLE.length] ? CANARY_PREFIX + at(MIDDLE, h >>> 4) : '',
    lastName: CANARY_PREFIX + at(last, h >>> 8),
    birthDate: at(BIRTH_DATES, h >>> 12),
    gender: at(GENDERS, h >>> 16),
  };
}

/**
 * The statewide educator id of an LEA's `index`-th teacher: ten digits, different from all SSIDs.
 */
export function educatorIdOf(lea: string, index: number): string {
  return `999${digits((hashText(lea) % 1000) * 10_000 + (index % 10_000), 7)}`;
}

function at(values: readonly string[], index: number): string {
  return values[index % values.length] ?? '';
}
