import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Import {
  readonly file: string;
  /** The path from the root for the project's own files, or else the package's name. */
  readonly of: string;
  /** Whether the import exists only for the compiler. */
  readonly isTypeOnly: boolean;
}

/** The paths, from the root, of all TypeScript files in a folder and below it. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path));
}

export function sourceOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[\w$*{},\s]*?\sfrom\s+)?'([^']+)'/gm;
const CALL = /\bimport\(\s*'([^']+)'/g;

/**
 * The linter keeps type imports in separate statements, so a statement imports either types or
 * values.
 */
export function importsOf(file: string): Import[] {
  const source = sourceOf(file);
  const found = [
    ...[...source.matchAll(STATEMENT)].map(([, type, of = '']) => ({ of, isTypeOnly: !!type })),
    ...[...source.matchAll(CALL)].map(([, of = '']) => ({ of, isTypeOnly: false })),
  ];
  return found.map(({ of, isTypeOnly }) => ({ file, of: fromRoot(file, of), isTypeOnly }));
}

function fromRoot(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const [path = ''] = specifier.split('?'); // e.g. `?worker`
  return relative(ROOT, resolve(ROOT, dirname(file), path));
}

/** Maps each file to the files that it imports. */
export type Graph = ReadonlyMap<string, readonly string[]>;

export function graphOf(
  files: readonly string[],
  counts: (each: Import) => boolean = () => true,
): Graph {
  return new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(counts)
        .map(({ of }) => of),
    ]),
  );
}

/** Everything that `start` can reach, each with the shortest way to it, `start` first. */
export function waysFrom(start: string, graph: Graph): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>();
  const walks: (readonly string[])[] = [[start]];
  // The list grows while it is walked.
  for (const walk of walks) {
    for (const next of graph.get(walk.at(-1) ?? '') ?? []) {
      if (ways.has(next)) continue;
      ways.set(next, [...walk, next]);
      walks.push([...walk, next]);
    }
  }
  return ways;
}

/** The shortest circle through each file that is on one, e.g. `a.ts → b.ts → a.ts`. */
export function circlesIn(graph: Graph): string[] {
  const circles = new Map<string, string>();
  for (const file of graph.keys()) {
    const way = waysFrom(file, graph).get(file);
    if (way) circles.set([...new Set(way)].toSorted().join(), way.join(' → '));
  }
  return [...circles.values()];
}
