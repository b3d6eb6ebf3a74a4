import type { FeelType } from '../type/feel-type.ts';
import { ANY, listOf, STRING } from '../type/feel-type.ts';
import type { FeelContext, Value } from '../value/value.ts';
import { contextOf, entryOf, isContext, isList } from '../value/value.ts';
import { contextAt, listAt, stringAt, valueAt } from './arguments.ts';
import type { Builtins } from './builtin.ts';
import { parameter, signature } from './builtin.ts';

const CONTEXT: FeelType = { type: 'context', fields: {} };

/** Context functions (DMN 1.5, 10.3.4.10). */
export const contextBuiltins: Builtins = {
  'get value': [
    signature(
      [parameter('m', CONTEXT), parameter('key', STRING)],
      ANY,
      (args) => entryOf(contextAt(args, 0), stringAt(args, 1)) ?? null,
    ),
    signature([parameter('context', CONTEXT), parameter('keys', listOf(STRING))], ANY, (args) =>
      listAt(args, 1).reduce(
        (within, key) =>
          isContext(within) && typeof key === 'string' ? (entryOf(within, key) ?? null) : null,
        valueAt(args, 0),
      ),
    ),
  ],
  'get entries': [
    signature(
      [parameter('m', CONTEXT)],
      listOf({ type: 'context', fields: { key: STRING, value: ANY } }),
      (args, { budget }) => {
        const entries = Object.entries(contextAt(args, 0));
        budget.spend(entries.length);
        return entries.map(([key, value]) => ({ key, value }));
      },
    ),
  ],
  context: [
    signature([parameter('entries', listOf(CONTEXT))], ANY, (args, { budget }) => {
      budget.spend(listAt(args, 0).length);
      return contextFrom(listAt(args, 0));
    }),
  ],
  'context put': [
    signature([parameter('context', CONTEXT), parameter('key', STRING), parameter('value')], ANY, (args) =>
      withEntry(contextAt(args, 0), stringAt(args, 1), valueAt(args, 2)),
    ),
    signature(
      [parameter('context', CONTEXT), parameter('keys', listOf(STRING)), parameter('value')],
      ANY,
      (args) => withEntryAt(contextAt(args, 0), listAt(args, 1), valueAt(args, 2)),
    ),
  ],
  'context merge': [
    signature([parameter('contexts', listOf(CONTEXT))], ANY, (args, { budget }) => {
      const entries = listAt(args, 0).flatMap((context) =>
        isContext(context) ? Object.entries(context) : [],
      );
      budget.spend(entries.length);
      return contextOf(entries);
    }),
  ],
};

function withEntry(context: FeelContext, name: string, value: Value): FeelContext {
  return contextOf([...Object.entries(context), [name, value]]);
}

function withEntryAt(
  context: FeelContext,
  [name, ...deeper]: readonly Value[],
  value: Value,
): FeelContext | null {
  if (typeof name !== 'string') return null;
  if (deeper.length === 0) return withEntry(context, name, value);
  const within = entryOf(context, name) ?? {};
  if (!isContext(within)) return null;
  const changed = withEntryAt(within, deeper, value);
  return changed && withEntry(context, name, changed);
}

/** From `{ key, value }` entries; null if one lacks its key, or two have the same. */
function contextFrom(entries: readonly Value[]): FeelContext | null {
  const pairs: [string, Value][] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    if (!isContext(entry) || isList(entry)) return null;
    const key = entryOf(entry, 'key');
    const value = entryOf(entry, 'value');
    if (typeof key !== 'string' || value === undefined || seen.has(key)) return null;
    seen.add(key);
    pairs.push([key, value]);
  }
  return contextOf(pairs);
}
