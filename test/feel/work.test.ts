import { LRParser } from '@lezer/lr';
import { Decimal } from 'decimal.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileExpression } from '../../definitions/feel/compile.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { SCOPE, TYPES } from './evaluating.ts';

afterEach(() => vi.restoreAllMocks());

const CONDITION = 'tenure >= 10 and sentiment < -0.3';

/** How often each variable of a scope was read while something was done with it. */
function readsOf(scope: JsonObject, work: (watched: JsonObject) => void): { [name: string]: number } {
  const reads: { [name: string]: number } = {};
  work(
    new Proxy(scope, {
      get(target, name) {
        reads[String(name)] = (reads[String(name)] ?? 0) + 1;
        return Reflect.get(target, name);
      },
    }),
  );
  return reads;
}

describe('evaluating', () => {
  it('reads no text: that was done when the expression was compiled', () => {
    const parse = vi.spyOn(LRParser.prototype, 'createParse');
    const { evaluate } = compileExpression(CONDITION, TYPES);
    expect(parse).toHaveBeenCalled();
    parse.mockClear();
    for (let i = 0; i < 100; i += 1) expect(evaluate(SCOPE, 0)).toBe(true);
    expect(parse).not.toHaveBeenCalled();
  });

  it('reads each variable once, and none that changes nothing any more', () => {
    const { evaluate } = compileExpression(CONDITION, TYPES);
    expect(readsOf(SCOPE, (scope) => void evaluate(scope, 0))).toEqual({ tenure: 1, sentiment: 1 });
    const newcomer = { ...SCOPE, tenure: 1 };
    expect(readsOf(newcomer, (scope) => void evaluate(scope, 0))).toEqual({ tenure: 1 });
  });

  it('compares numbers that a double spells as they are, and only others in their exact form', () => {
    const exactly = vi.spyOn(Decimal.prototype, 'comparedTo');
    const { evaluate } = compileExpression(CONDITION, TYPES);
    expect(evaluate(SCOPE, 0)).toBe(true);
    expect(exactly).not.toHaveBeenCalled();
    expect(compileExpression('tenure >= 12.0000000000000000000001', TYPES).evaluate(SCOPE, 0)).toBe(false);
    expect(exactly).toHaveBeenCalledOnce();
  });
});
