import { compileExpression } from '../../definitions/feel/compile.ts';
import type { ExpressionProblem, TypeEnvironment } from '../../definitions/feel/compile.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';

/** 2026-03-05T12:00:00Z, a Thursday. */
export const NOON = Date.UTC(2026, 2, 5, 12);

export const TYPES: TypeEnvironment = {
  tenure: { type: 'number' },
  sentiment: { type: 'number' },
  'broken step': { type: 'string', allowed: ['order', 'appointment', 'pickup'] },
  'follow-up': { type: 'boolean' },
  message: { type: 'text' },
  'due at': { type: 'date and time' },
  born: { type: 'date' },
  grace: { type: 'days and time duration' },
  orders: {
    type: 'list',
    of: {
      type: 'context',
      fields: { name: { type: 'string' }, price: { type: 'number' }, 'sent at': { type: 'date and time' } },
    },
  },
  anything: { type: 'any' },
};

export const SCOPE: JsonObject = {
  tenure: 12,
  sentiment: -0.5,
  'broken step': 'pickup',
  'follow-up': true,
  message: 'text-1',
  'due at': '2026-03-05T14:30:00Z',
  born: '1980-02-29',
  grace: 'PT36H',
  orders: [
    { name: 'kettle', price: 30, 'sent at': '2026-03-01T08:00:00Z' },
    { name: 'lamp', price: 50.5, 'sent at': '2026-03-03T08:00:00Z' },
  ],
  anything: { list: [1, 2, 3], word: 'seven' },
};

export function value(source: string, types = TYPES, scope = SCOPE): Json {
  return compileExpression(source, types).evaluate(scope, NOON);
}

export function warnings(source: string): string[] {
  const heard: string[] = [];
  compileExpression(source, TYPES).evaluate(SCOPE, NOON, (warning) => heard.push(warning));
  return heard;
}

export function problems(source: string): readonly ExpressionProblem[] {
  return compileExpression(source, TYPES).problems;
}
