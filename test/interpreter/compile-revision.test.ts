import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { COMPILER, compileRevision, plannedBefore } from '../../engine/interpreter/compile-revision.ts';
import { link } from '../../engine/interpreter/link.ts';
import type { Planning } from '../../engine/interpreter/planning.ts';
import { LOOK, branch, decide, edges, end, flow, node, revision, start } from './drawing.ts';

/** A drawing whose expressions and table hold every kind of thing that plans are made of. */
const EXPRESSIONS = [
  '1 + 2 * 3 - 4 / 5 ** 2',
  '-n',
  '"a" + s',
  '[1, n, "x"]',
  '{ a: n, b: a + 1 }',
  '{ a: n }.a',
  '[1, 2, 3][item > n]',
  '[1, 2, 3][1]',
  'n between 1 and 3',
  'n in (1, [2..5], > 7)',
  'n instance of number',
  'if n > 1 and s = "b" or s != "c" then 1 else null',
  'for i in 1..3, j in [1, 2] return i * j + count(partial)',
  'some x in [1, 2] satisfies x > n',
  'every x in [1, 2] satisfies x > n',
  'sum(1, 2, n)',
  'substring(string: s, start position: 1)',
  'sort([3, 1], function(a, b) a < b)',
  '@"2026-01-01" + @"P1D"',
  'date("2026-01-01").year',
  '(function(x) x + n)(1)',
  'now() > @"2026-01-01T00:00:00Z"',
];

const TABLE: DecisionTable = {
  id: 'table',
  name: 'Table',
  hitPolicy: 'priority',
  inputs: [
    { id: 'n', name: 'n', type: { type: 'number' } },
    { id: 'of s', name: 'first', expression: 'upper case(s)', type: { type: 'string' } },
  ],
  outputs: [
    { id: 'how', name: 'how', type: { type: 'string', allowed: ['soon', 'late'] }, default: '"late"' },
    { id: 'n2', name: 'n2', type: { type: 'number' } },
  ],
  rows: [
    { id: 'r1', when: ['[1..5)', '"A", "B"'], then: ['"late"', 'n + 1'] },
    { id: 'r2', when: ['not(7, > 9)', 'starts with(?, "A")'], then: ['"soon"', ''] },
    { id: 'r3', when: ['-', 'null'], then: ['"soon"', '0.1'] },
  ],
};

const BROAD: Revision = revision(
  flow(
    'broad',
    { n: 'number', s: 'string', r: 'any' },
    [
      start(),
      ...EXPRESSIONS.map((source, i) => decide(`d${i}`, source, 'r')),
      node('businessRuleTask', 'by table', { decision: { table: 'table' }, result: 'r' }),
      branch('way', { yes: 'n > 1', no: 's = "b"' }, 'no'),
      end(),
    ],
    edges(
      `start > d0`,
      ...EXPRESSIONS.slice(1).map((_, i) => `d${i} > d${i + 1}`),
      `d${EXPRESSIONS.length - 1} > by table`,
      'by table > way',
      'way:yes > end',
      'way:no > end',
    ),
  ),
  { tables: { table: TABLE } },
);

function shipped(): Revision {
  const { flow: root, flows, tables, wordLists, calendars } = mentionCare();
  const called = Object.fromEntries(Object.entries(flows).filter(([id]) => id !== root.id));
  const names = Object.values(flows).flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.kind === 'serviceTask' ? [node.activity] : [])),
  );
  const activities = Object.fromEntries(names.map((name) => [name, { ...LOOK, name }]));
  return { schema: 1, semantics: 1, flow: root, called, tables, wordLists, calendars, activities };
}

/** What a planning answers to everything that linking a drawing asks of it. */
function answersOf(planning: Planning, drawn: Revision): unknown[] {
  const answers: unknown[] = [];
  link(drawn, {
    expression(source, types) {
      const answer = planning.expression(source, types);
      answers.push(answer);
      return answer;
    },
    table(table, types) {
      const answer = planning.table(table, types);
      answers.push(answer);
      return answer;
    },
  });
  return answers;
}

describe('a revision compiled before', () => {
  it.each([
    ['the flow that ships', shipped()],
    ['every construct', BROAD],
  ])('is linked from plain data: %s', (_, drawn) => {
    const compiled = compileRevision(drawn);
    const read: typeof compiled = JSON.parse(JSON.stringify(compiled));
    expect(read).toEqual(compiled);
    const answers = answersOf(plannedBefore(read), drawn);
    expect(answers.length).toBeGreaterThan(20);
    expect(answers).toHaveLength(read.plans.length);
    for (const [i, part] of read.plans.entries())
      expect(answers[i]).toBe('expression' in part ? part.expression : part.table);
  });

  it('is read anew where it does not fit', () => {
    const { plans } = compileRevision(BROAD);
    const wrong = { plans: plans.map((part, i) => (i === 3 ? (plans[5] ?? part) : part)) };
    expect(answersOf(plannedBefore(wrong), BROAD)).toEqual(answersOf(plannedBefore({ plans }), BROAD));
  });

  it('has the form that its compiler’s number stands for', () => {
    // Where this differs, raise COMPILER and put the new pair here: what was compiled before is then made anew.
    const hash = createHash('sha256')
      .update(JSON.stringify(compileRevision(BROAD)))
      .digest('hex');
    expect([COMPILER, hash.slice(0, 16)]).toEqual([1, '9de79cb484f2d1fc']);
  });
});
