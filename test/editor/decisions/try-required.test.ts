import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import { examined } from '../../../editor/decisions/examine.ts';
import { fieldsAsked } from '../../../editor/decisions/fields-asked.ts';
import { trialsOf } from '../../../editor/decisions/trial.ts';
import { scopeFrom, type Typed } from '../../../editor/decisions/try-fields.ts';

const TEXT: ValueType = { type: 'string' };
const LENGTH: ValueType = { type: 'days and time duration' };
const SINCE = { id: 'in', name: 'time since said', expression: 'now() - said at', type: LENGTH };
const PLACE = { id: 'in', name: 'place', type: TEXT };

const HOW_FAR: DecisionTable = {
  id: 'far',
  name: 'How far?',
  hitPolicy: 'first',
  inputs: [PLACE],
  outputs: [{ id: 'out', name: 'far', type: { type: 'number' } }],
  rows: [
    { id: 'f1', when: ['"island"'], then: ['9'] },
    { id: 'f2', when: ['-'], then: ['1'] },
  ],
};
const URGENCY: DecisionTable = {
  id: 'urgency',
  name: 'How urgent?',
  hitPolicy: 'unique',
  requires: { far: 'far' },
  inputs: [SINCE, { id: 'far', name: 'long way', expression: 'far > 5', type: { type: 'boolean' } }],
  outputs: [{ id: 'out', name: 'urgent', type: TEXT }],
  rows: [
    { id: 'u1', when: ['> @"PT1H"', '-'], then: ['"high"'] },
    { id: 'u2', when: ['-', 'true'], then: ['"high"'] },
    { id: 'u3', when: ['<= @"PT1H"', 'false'], then: ['"low"'] },
  ],
};
const REMEDY: DecisionTable = {
  id: 'remedy',
  name: 'Which remedy?',
  hitPolicy: 'first',
  requires: { 'how urgent': 'urgency' },
  inputs: [{ id: 'urgent', name: 'how urgent', type: TEXT }, PLACE, { ...SINCE, id: 'since' }],
  outputs: [{ id: 'out', name: 'remedy', type: TEXT }],
  rows: [
    { id: 'r1', when: ['"high"', '-', '-'], then: ['"visit"'] },
    { id: 'r2', when: ['"low"', '-', '-'], then: ['"letter"'] },
    { id: 'r3', when: ['null', '-', '-'], then: ['"call"'] },
  ],
};

/** The remedy among these tables, tried with what is typed, and with what is said instead of being decided. */
function tried(tables: readonly DecisionTable[], typed: Typed, own: readonly string[] = []) {
  const others = { tables: Object.fromEntries(tables.map((table) => [table.id, table])), types: {} };
  const { checked } = examined(REMEDY, undefined, others);
  const asked = fieldsAsked(REMEDY, checked, checked.first, new Set(own));
  const said = asked.decided.filter(({ isOwn }) => isOwn);
  const given = {
    scope: scopeFrom(asked.given, typed).scope,
    own: scopeFrom(said, typed).scope,
    ownInputs: said.flatMap(({ input }) => input ?? []),
    first: asked.first,
  };
  return { asked, trial: trialsOf(REMEDY, checked, others)(given, 0) };
}
const ALL = [URGENCY, HOW_FAR];
const keyOf = (label: string): string =>
  tried(ALL, {}).asked.given.find((field) => field.label === label)?.key ?? '';
const given = (place: string, since: string): Typed => ({ place, [keyOf('time since said')]: since });

describe('trying a table that goes by others', () => {
  it('asks once for what all of them are given, and for nothing that is decided', () => {
    const { given: fields, decided, first } = tried(ALL, {}).asked;
    expect(fields.map(({ label }) => label)).toEqual(['place', 'time since said']);
    expect(decided.map(({ label, isOwn }) => [label, isOwn])).toEqual([['how urgent', false]]);
    expect(first).toEqual(['far', 'urgency']);
  });

  it('decides the others first, and tells what they came to', () => {
    const { trial } = tried(ALL, given('town', '20 min'));
    expect(trial.first.map(({ table, value, rows }) => [table, value, rows])).toEqual([
      ['far', 1, ['f2']],
      ['urgency', 'low', ['u3']],
    ]);
    expect(trial.first[1]?.inputs).toEqual({ 'time since said': 'PT20M', 'long way': false });
    expect([trial.result.rows, trial.values[0]]).toEqual([['r2'], 'low']);
    expect(tried(ALL, given('island', '20 min')).trial.result.rows).toEqual(['r1']);
  });

  it('ends with one of which several rows fit, though only one may', () => {
    const { trial } = tried(ALL, given('island', '2 hours'));
    expect([trial.endedAt, trial.result.rows, trial.failed]).toEqual(['urgency', [], []]);
    expect(trial.first.map(({ table }) => table)).toEqual(['far']);
  });

  it('goes by what is said instead, and does then not ask what only the others are given', () => {
    const key = tried(ALL, {}).asked.decided[0]?.key ?? '';
    const { asked, trial } = tried(ALL, { ...given('island', '2 hours'), [key]: 'low' }, [key]);
    expect([asked.first, trial.first, trial.result.rows]).toEqual([[], [], ['r2']]);
    expect(tried(ALL, {}, [key]).trial.result.rows).toEqual(['r3']);
  });

  it.each([
    ['is not there', [], 'gone'],
    [
      'has something wrong in it',
      [{ ...URGENCY, rows: [{ id: 'u', when: ['> "x"', '-'], then: ['"a"'] }] }, HOW_FAR],
      'wrong',
    ],
    ['goes by one that is not there', [URGENCY], 'wrong'],
    ['waits for it', [{ ...URGENCY, requires: { far: 'remedy' } }], 'circular'],
  ] as const)('asks for what one decides that %s', (_, tables, why) => {
    const { asked } = tried(tables, {});
    expect(asked.decided.map(({ isOwn, undecided }) => [isOwn, undecided])).toEqual([[true, why]]);
    expect(asked.first).toEqual([]);
  });
});
