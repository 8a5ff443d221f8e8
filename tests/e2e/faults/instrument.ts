import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArrowFunctionExpression, Function as FunctionNode, Node } from 'acorn';
import { parse } from 'acorn';
import { ancestor, findNodeAfter } from 'acorn-walk';
import { FAULT_WORDS, KEYS, startProbe } from './probe.ts';

/** One function of a shipped content script. */
export interface ProbedFunction {
  /** Its number in all runs, from 0. */
  readonly id: number;
  /** Its whole text in the script. */
  readonly code: string;
  /** It has statements. A single expression is tried together with the function around it. */
  readonly hasStatements: boolean;
  /** Script, offset, and how the function begins, to find it by. */
  readonly source: string;
}

const SCRIPTS = ['upload-page.js', 'upload-work.js', 'content-scripts/upload-page-drop.js'];
const SHOWN_CHARACTERS = 110;

/**
 * Copies a build to `dir`. In the copy, every function of the content scripts first calls a probe,
 * which may throw. Nothing else changes.
 */
export async function instrumentBuild(build: string, dir: string): Promise<ProbedFunction[]> {
  await cp(build, dir, { recursive: true });
  const functions: ProbedFunction[] = [];
  for (const name of SCRIPTS) {
    const path = join(dir, name);
    const source = await readFile(path, 'utf8');
    const probed = withProbes(source, functions.length);
    await writeFile(path, probed.source);
    for (const { start, end, body } of probed.functions) {
      const code = source.slice(start, end);
      const hasStatements = body.type === 'BlockStatement';
      const shown = code.slice(0, SHOWN_CHARACTERS);
      functions.push({
        id: functions.length,
        code,
        hasStatements,
        source: `${name}:${start} ${shown}`,
      });
    }
  }
  return functions;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** @returns also where each function was, in the order of their numbers, which begin at `firstId` */
export function withProbes(
  source: string,
  firstId: number,
): { readonly source: string; readonly functions: readonly FunctionNode[] } {
  const functions: FunctionNode[] = [];
  const insertions: Insertion[] = [];
  const visit = (node: FunctionNode, _state: unknown, ancestors: Node[]) => {
    insertions.push(...insertionsFor(node, ancestors.at(-2), firstId + functions.length));
    functions.push(node);
  };
  ancestor(parse(source, { ecmaVersion: 'latest' }), {
    FunctionDeclaration: visit,
    FunctionExpression: visit,
    ArrowFunctionExpression: visit,
  });
  const probe = `const faultProbe = (${startProbe.toString()})(${JSON.stringify(KEYS)}, ${JSON.stringify(FAULT_WORDS)});`;
  // In a block, because the page could see a name at the top level of the script.
  const probed = inserted(source, insertions);
  return { source: `{${probe}\n${probed}\nfaultProbe.started();}`, functions };
}

function insertionsFor(node: FunctionNode, parent: Node | undefined, id: number): Insertion[] {
  const call = `faultProbe.hit(${id})`;
  if (isExpressionArrow(node)) {
    return [
      { at: node.body.start, text: `(${call},` },
      { at: node.body.end, text: ')' },
    ];
  }
  return [{ at: startOfBody(node, parent), text: `;${call};` }];
}

function isExpressionArrow(node: FunctionNode): node is ArrowFunctionExpression {
  return node.type === 'ArrowFunctionExpression' && node.expression;
}

/** In a constructor, nothing may come before the call of `super`. */
function startOfBody({ body }: FunctionNode, parent: Node | undefined): number {
  const isConstructor =
    parent?.type === 'MethodDefinition' && 'kind' in parent && parent.kind === 'constructor';
  const callOfSuper = isConstructor
    ? findNodeAfter(body, body.start, (type) => type === 'Super')?.node
    : undefined;
  const statements = body.type === 'BlockStatement' ? body.body : [];
  const withSuper = statements.find(({ start, end }) => {
    return callOfSuper && start <= callOfSuper.start && callOfSuper.end <= end;
  });
  return withSuper?.end ?? body.start + 1;
}

function inserted(source: string, insertions: readonly Insertion[]): string {
  let text = '';
  let from = 0;
  for (const insertion of insertions.toSorted((a, b) => a.at - b.at)) {
    text += source.slice(from, insertion.at) + insertion.text;
    from = insertion.at;
  }
  return text + source.slice(from);
}
