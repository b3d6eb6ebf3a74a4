import { describe, expect, it } from 'vitest';
import { compileTable } from '../../definitions/decision/compile.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';

/** For each table: what is given (over a base that hits no special row), and what it decides. */
interface Example {
  readonly given: JsonObject;
  readonly decides: Json;
}
const nothing = {
  complaint: false,
  question: false,
  'links only': false,
  'is reply': false,
  automated: false,
  'quotes address': false,
  'own words': 20,
  praise: false,
  mood: 'neutral',
};
const calm = {
  'legal threat': false,
  vulnerable: false,
  unhappy: 0,
  outage: false,
  'own error': false,
  reopened: false,
  leaving: false,
  'contacts this month': 1,
  sentiment: 0,
};
const fine = {
  'missed visit': false,
  'wrong charge': false,
  outage: false,
  complaint: false,
  step: 'none',
  topic: 'none',
};
const usual = {
  'own error': false,
  'broken step': 'none',
  unhappy: 0,
  'contacts this month': 1,
  'years a customer': 1,
};
const said = {
  'says not put right': false,
  complaint: false,
  'says put right': false,
  question: false,
  thanks: false,
  mood: 'neutral',
};
const remedy = (kind: string, amount = 0, months = 0): Json => ({ kind, amount, months });

const EXAMPLES: {
  readonly [table: string]: { readonly base: JsonObject; readonly examples: readonly Example[] };
} = {
  noise: {
    base: nothing,
    examples: [
      { given: {}, decides: 'answer' },
      { given: { complaint: true, automated: true }, decides: 'answer' },
      { given: { question: true, automated: true }, decides: 'answer' },
      { given: { 'links only': true, 'is reply': true }, decides: 'answer' },
      { given: { 'links only': true, mood: 'negative' }, decides: 'answer' },
      { given: { 'links only': true }, decides: 'noise' },
      { given: { automated: true }, decides: 'noise' },
      { given: { 'quotes address': true, 'own words': 5 }, decides: 'noise' },
      { given: { 'quotes address': true, 'own words': 6 }, decides: 'answer' },
      { given: { praise: true, mood: 'positive' }, decides: 'praise' },
      { given: { praise: true, mood: 'negative' }, decides: 'answer' },
    ],
  },
  'who-is-it': {
    base: { certainty: 'sure', history: false },
    examples: [
      { given: {}, decides: 'sure' },
      { given: { certainty: 'conflict' }, decides: 'ask' },
      { given: { certainty: 'conflict', history: true }, decides: 'unknown' },
      { given: { certainty: 'none' }, decides: 'unknown' },
    ],
  },
  'own-error': {
    base: fine,
    examples: [
      { given: {}, decides: false },
      { given: { complaint: true }, decides: false },
      { given: { 'missed visit': true }, decides: true },
      { given: { 'wrong charge': true }, decides: true },
      { given: { outage: true }, decides: true },
      { given: { complaint: true, step: 'agent information' }, decides: true },
      { given: { complaint: true, step: 'order' }, decides: true },
      { given: { step: 'order' }, decides: false },
    ],
  },
  'what-broke': {
    base: fine,
    examples: [
      { given: {}, decides: 'none' },
      { given: { step: 'agent information', 'missed visit': true }, decides: 'agent information' },
      { given: { step: 'appointment' }, decides: 'appointment' },
      { given: { 'missed visit': true }, decides: 'technician pickup' },
      { given: { 'wrong charge': true }, decides: 'system entry' },
      { given: { step: 'order' }, decides: 'order' },
      { given: { step: 'system entry' }, decides: 'system entry' },
      { given: { step: 'technician pickup' }, decides: 'technician pickup' },
      { given: { topic: 'order', complaint: true }, decides: 'order' },
      { given: { topic: 'appointment', complaint: true }, decides: 'appointment' },
      { given: { complaint: true }, decides: 'other' },
    ],
  },
  urgency: {
    base: calm,
    examples: [
      { given: {}, decides: 'normal' },
      { given: { 'legal threat': true }, decides: 'urgent' },
      { given: { vulnerable: true }, decides: 'urgent' },
      { given: { unhappy: 2 }, decides: 'urgent' },
      { given: { 'own error': true, 'contacts this month': 3 }, decides: 'urgent' },
      { given: { unhappy: 1 }, decides: 'high' },
      { given: { outage: true }, decides: 'high' },
      { given: { 'own error': true }, decides: 'high' },
      { given: { reopened: true }, decides: 'high' },
      { given: { leaving: true }, decides: 'high' },
      { given: { sentiment: -0.7 }, decides: 'high' },
      { given: { sentiment: -0.6 }, decides: 'normal' },
      { given: { sentiment: 0.5 }, decides: 'low' },
    ],
  },
  'owner-skill': {
    base: { 'legal threat': false, topic: 'none', 'broken step': 'none' },
    examples: [
      { given: {}, decides: 'care' },
      { given: { 'legal threat': true, topic: 'billing' }, decides: 'legal' },
      { given: { 'broken step': 'technician pickup' }, decides: 'field service' },
      { given: { topic: 'missed visit' }, decides: 'field service' },
      { given: { topic: 'outage' }, decides: 'network' },
      { given: { topic: 'billing' }, decides: 'billing' },
      { given: { 'broken step': 'system entry' }, decides: 'billing' },
      { given: { topic: 'order' }, decides: 'orders' },
      { given: { 'broken step': 'order' }, decides: 'orders' },
    ],
  },
  'due-time': {
    base: {},
    examples: [
      { given: { priority: 'urgent' }, decides: { due: 'PT1H', ladder: 'PT30M' } },
      { given: { priority: 'high' }, decides: { due: 'PT4H', ladder: 'PT2H' } },
      { given: { priority: 'normal' }, decides: { due: 'PT8H', ladder: 'PT4H' } },
      { given: { priority: 'low' }, decides: { due: 'P1D', ladder: 'PT12H' } },
    ],
  },
  remedy: {
    base: usual,
    examples: [
      { given: {}, decides: remedy('none') },
      { given: { 'own error': true, unhappy: 2 }, decides: remedy('premium channel', 0, 6) },
      {
        given: { 'own error': true, 'broken step': 'technician pickup', 'contacts this month': 3 },
        decides: remedy('credit', 40),
      },
      { given: { 'own error': true, 'broken step': 'technician pickup' }, decides: remedy('credit', 20) },
      { given: { 'own error': true, 'broken step': 'appointment' }, decides: remedy('new visit') },
      { given: { 'own error': true, 'contacts this month': 3 }, decides: remedy('credit', 20) },
      { given: { 'own error': true, 'years a customer': 10 }, decides: remedy('premium channel', 0, 3) },
      { given: { 'own error': true }, decides: remedy('apology') },
      { given: { unhappy: 1 }, decides: remedy('apology') },
    ],
  },
  'sign-off-limit': {
    base: { 'legal threat': false, remedy: 'credit', amount: 20, months: 0 },
    examples: [
      { given: {}, decides: false },
      { given: { amount: 20.01 }, decides: true },
      { given: { amount: null }, decides: false },
      { given: { remedy: 'premium channel', amount: 0, months: 3 }, decides: false },
      { given: { remedy: 'premium channel', amount: 0, months: 4 }, decides: true },
      { given: { 'legal threat': true, amount: 0 }, decides: true },
    ],
  },
  happy: {
    base: said,
    examples: [
      { given: {}, decides: 'more' },
      { given: { 'says not put right': true, thanks: true }, decides: 'no' },
      { given: { complaint: true, mood: 'negative' }, decides: 'no' },
      { given: { 'says put right': true }, decides: 'yes' },
      { given: { question: true, thanks: true }, decides: 'more' },
      { given: { thanks: true, mood: 'positive' }, decides: 'yes' },
      { given: { mood: 'negative' }, decides: 'no' },
    ],
  },
};

const NOW = Date.UTC(2026, 2, 2);
const { tables } = mentionCare();

describe.each(Object.values(tables))('the table “$name”', (table) => {
  const { base, examples } = EXAMPLES[table.id] ?? { base: {}, examples: [] };
  const types = Object.fromEntries(table.inputs.map((input) => [input.name, input.type]));
  const compiled = compileTable(table, types);

  it('compiles without a word', () => expect(compiled.problems).toEqual([]));

  it.each(examples)('given $given decides $decides', ({ given, decides }) => {
    expect(compiled.evaluate({ ...base, ...given }, NOW).value).toEqual(decides);
  });

  it('has a reason for each of its rows: an example that it decides', () => {
    const hit = new Set(examples.flatMap(({ given }) => compiled.evaluate({ ...base, ...given }, NOW).rows));
    expect(table.rows.map((row) => row.id).filter((row) => !hit.has(row))).toEqual([]);
  });
});
