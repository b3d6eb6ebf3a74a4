import { describe, expect, it } from 'vitest';
import type { Json } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { reasonAgainst } from '../../engine/api/field-value.ts';
import { formErrors } from '../../engine/api/task-answer.ts';

const accepted: readonly (readonly [ValueType, Json])[] = [
  [{ type: 'text' }, 'We are sorry.'],
  [{ type: 'string', allowed: ['a', 'b'] }, 'b'],
  [{ type: 'number' }, -0.5],
  [{ type: 'boolean' }, false],
  [{ type: 'date' }, '2026-03-01'],
  [{ type: 'time' }, '09:30:00+01:00'],
  [{ type: 'date and time' }, '2026-03-01T09:30:00Z'],
  [{ type: 'days and time duration' }, 'P1DT2H'],
  [{ type: 'days and time duration' }, 'PT0.5S'],
  [{ type: 'years and months duration' }, 'P1Y6M'],
  [{ type: 'list', of: { type: 'number' } }, [1, 2]],
  [{ type: 'context', fields: { amount: { type: 'number' } } }, { amount: 20 }],
  [{ type: 'any' }, { whatever: [null] }],
];
const refused: readonly (readonly [ValueType, Json])[] = [
  [{ type: 'text' }, 7],
  [{ type: 'text' }, 'x'.repeat(100_001)],
  [{ type: 'string', allowed: ['a', 'b'] }, 'c'],
  [{ type: 'string' }, 'x'.repeat(501)],
  [{ type: 'number' }, '7'],
  [{ type: 'boolean' }, 'true'],
  [{ type: 'date' }, '2026-13-01'],
  [{ type: 'time' }, '25:00'],
  [{ type: 'date and time' }, '2026-03-01'],
  [{ type: 'days and time duration' }, 'P'],
  [{ type: 'days and time duration' }, 'P1DT'],
  [{ type: 'years and months duration' }, 'P1D'],
  [{ type: 'list', of: { type: 'number' } }, [1, 'two']],
  [
    { type: 'context', fields: { amount: { type: 'number' } } },
    { amount: 20, shoe: 44 },
  ],
];

describe('a field of a form', () => {
  it.each(accepted)('of %j takes %j', (type, value) => expect(reasonAgainst(value, type)).toBeNull());
  it.each(refused)('of %j says why it does not take a wrong value', (type, value) => {
    expect(reasonAgainst(value, type)).toMatch(/^[A-Z].*\.$/);
  });
});

it('a form names every field that is missing, wrong or not its own', () => {
  const form = [
    { name: 'reply', label: 'Reply', type: { type: 'text' }, required: true },
    { name: 'credit', label: 'Credit', type: { type: 'number' } },
  ] as const;
  expect(
    formErrors(form, { reply: '  ', credit: 'much', shoe: 44 })
      .map(({ field }) => field)
      .sort(),
  ).toEqual(['credit', 'reply', 'shoe']);
  expect(formErrors(form, { reply: 'Sorry.' })).toEqual([]);
  expect(formErrors(form, { reply: 'Sorry.', credit: null })).toEqual([]);
});
