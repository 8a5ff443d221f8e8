/** The part of an extract spec that decides the school year of each record. */
export interface YearMix {
  readonly schoolYear: string;
  readonly rows: number;
  readonly otherYears?: Readonly<Record<string, number>>;
}

/**
 * The exact number of rows per school year (`2022-23`), the main year first. A share is rounded to
 * an integer number of rows. A share above 0 gives at least one row. The main year gets the rest.
 */
export function yearCounts(mix: YearMix): ReadonlyMap<string, number> {
  const counts = new Map([[mix.schoolYear, mix.rows]]);
  let left = mix.rows;
  for (const [year, share] of Object.entries(mix.otherYears ?? {})) {
    const rows = share > 0 ? Math.max(1, Math.round(share * mix.rows)) : 0;
    left -= rows;
    counts.set(year, (counts.get(year) ?? 0) + rows);
  }
  if (left < 0 || (left < 1 && mix.rows > 0)) {
    throw new RangeError('otherYears leaves no row for the school year of the extract');
  }
  counts.set(mix.schoolYear, left);
  return counts;
}

/**
 * The school year of each 0-based row. The years are scattered over the file, and the first row has
 * the main year. Reading only the first rows must not be enough to judge a file.
 */
export function yearOfRow(mix: YearMix): (index: number) => string {
  const bounds: { readonly below: number; readonly year: string }[] = [];
  let below = 0;
  for (const [year, rows] of yearCounts(mix)) {
    below += rows;
    bounds.push({ below, year });
  }
  if (bounds.length === 1) {
    return () => mix.schoolYear;
  }
  const step = coprimeStep(mix.rows);
  return (index) => {
    const place = (index * step) % mix.rows;
    return bounds.find((bound) => place < bound.below)?.year ?? mix.schoolYear;
  };
}

/** Near 0.618 of `rows`, without a common divisor. So i * step mod rows visits every row once. */
function coprimeStep(rows: number): number {
  let step = Math.max(1, Math.floor(rows * 0.618));
  while (divisor(step, rows) !== 1) {
    step += 1;
  }
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
