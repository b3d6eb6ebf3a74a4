import { namedInTable } from '../decision/named-in-table.ts';
import type { FlowNode } from '../flow/node.ts';
import type { CheckContext } from './context.ts';
import { isHidden, sitesOf } from './expression-sites.ts';
import { resultsOf } from './results.ts';
import { allOf } from './table-use.ts';

/** In an expression: the time is asked for. */
const CLOCK = /\b(?:now|today)\s*\(/;

/** What steps make of values: which they read for what they set, and what they set by the clock. */
interface Makings {
  readonly from: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byClock: ReadonlySet<string>;
}

/** Whether what conditions ask for goes on changing while a case passes some steps again and again. */
export type ChangesByItself = (conditions: readonly string[]) => boolean;

/**
 * Of these steps: a value changes by itself if it is counted (made of what it was before) or told by the clock. What an
 * activity answers may stay the same for ever.
 */
export function changesByItselfAt(context: CheckContext, steps: readonly FlowNode[]): ChangesByItself {
  let known: Makings | undefined;
  return (conditions) => {
    if (conditions.some((condition) => CLOCK.test(condition))) return true;
    const makings = (known ??= makingsOf(context, steps));
    const asked = conditions.flatMap((condition) => context.compile(condition, context.variables).uses);
    return [...madeOf(makings, asked)].some(
      (name) => makings.byClock.has(name) || madeOf(makings, makings.from.get(name) ?? []).has(name),
    );
  };
}

/** The values themselves, and all that they are made of. */
function madeOf({ from }: Makings, names: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...(from.get(name) ?? []));
  }
  return found;
}

function makingsOf(context: CheckContext, steps: readonly FlowNode[]): Makings {
  const from = new Map<string, Set<string>>();
  const byClock = new Set<string>();
  const made = steps.filter(({ kind }) => kind === 'businessRuleTask' || kind === 'callActivity');
  const set = new Set(made.flatMap((node) => resultsOf(context, node).map(({ variable }) => variable)));
  for (const node of made) {
    const sources = sitesOf(context, node);
    const reads = [
      ...sources.flatMap(({ source, types }) => context.compile(source, types).uses),
      ...[...set].filter((name) => tableReads(context, node, name)),
    ];
    const isByClock = sources.some(({ source }) => CLOCK.test(source));
    for (const { variable } of resultsOf(context, node)) {
      const known = from.get(variable) ?? new Set();
      from.set(variable, known);
      for (const name of reads) known.add(name);
      if (isByClock) byClock.add(variable);
    }
  }
  return { from, byClock };
}

function tableReads(context: CheckContext, node: FlowNode, name: string): boolean {
  if (node.kind !== 'businessRuleTask' || !('table' in node.decision) || isHidden(node, name)) return false;
  if (Object.hasOwn(node.decision.input ?? {}, name)) return false;
  return allOf(context.tableUse(node)).some(
    ({ table, types }) => namedInTable(table, types, name).named.length > 0,
  );
}
