import { describe, expect, it } from 'vitest';
import * as grammar from 'lezer-feel';
import * as decimal from 'decimal.js';
import * as catalogue from '../../definitions/feel/builtins/catalogue.ts';
import * as compile from '../../definitions/feel/compile.ts';
import * as number from '../../definitions/feel/value/number.ts';
import * as property from '../../definitions/feel/value/property.ts';

/** What a workflow sandbox does to preloaded modules: objects through and through, functions themselves. */
function freezeDeep(thing: unknown, seen = new Set<unknown>()): void {
  if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null || seen.has(thing)) return;
  seen.add(thing);
  if (ArrayBuffer.isView(thing)) return;
  if (typeof thing === 'object') for (const part of Object.values(thing)) freezeDeep(part, seen);
  Object.freeze(thing);
}

describe('frozen modules', () => {
  it('compile and evaluate as before', () => {
    for (const module of [grammar, decimal, catalogue, compile, number, property]) {
      for (const exported of Object.values(module)) freezeDeep(exported);
    }
    const expression = compile.compileExpression(
      'decimal(x / 3, 20) + sqrt(2) + exp(1) + log(2) + 2 ** 0.5 > 0',
      { x: { type: 'number' } },
    );
    expect(expression.problems).toEqual([]);
    expect(expression.evaluate({ x: 1 }, 0)).toBe(true);
    expect(compile.compileExpression('replace("a1", "\\\\d", "b")', {}).evaluate({}, 0)).toBe('ab');
    const test = compile.compileUnaryTest('[1..3], "x"', { type: 'any' }, {});
    expect(test.matches('x', {}, 0)).toBe(true);
  });
});
