import { ANY, BOOLEAN, listOf } from '../type/feel-type.ts';
import type { Value } from '../value/value.ts';
import { listAt, valueAt } from './arguments.ts';
import type { Builtins, Signature } from './builtin.ts';
import { parameter, rest, signature } from './builtin.ts';

/** Three-valued logic as functions (DMN 1.5, 10.3.4.2 and 10.3.4.4). */
export const booleanBuiltins: Builtins = {
  not: [
    signature([parameter('negand', BOOLEAN)], BOOLEAN, (args) => {
      const negand = valueAt(args, 0);
      return typeof negand === 'boolean' ? !negand : null;
    }),
  ],
  'is defined': [signature([parameter('value')], BOOLEAN, (args) => valueAt(args, 0) !== null)],
  all: over((items) => (items.includes(false) ? false : items.every((item) => item === true) ? true : null)),
  any: over((items) => (items.includes(true) ? true : items.every((item) => item === false) ? false : null)),
};

function over(answer: (items: readonly Value[]) => boolean | null): readonly Signature[] {
  const call = (args: readonly Value[]) => answer(listAt(args, 0));
  return [signature([parameter('list', listOf(ANY))], BOOLEAN, call), signature([rest('b')], BOOLEAN, call)];
}
