import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../definitions/check/check.ts';
import { Compiling } from '../../definitions/check/compiling.ts';
import { environmentOf } from '../../definitions/check/environment.ts';
import { usesOf } from '../../definitions/check/variable-uses.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow, Variable } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { renameVariable, type Renaming } from '../../editor/designer/commands/rename-variable.ts';
import { anyFlow } from '../flow/any-flow.ts';
import { line, node, task } from '../check/drawing.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

const FRESH = 'zq7 fresh';
const flowsOf = ({ flow, called }: DraftContent): readonly Flow[] => [flow, ...Object.values(called)];

/** Most of a draft says the same by the other name. */
const compiling = new Compiling();

/** What is wrong with each flow, by the former name, without what is guessed or hangs on how alike names are. */
function found(content: DraftContent, name = FRESH): readonly string[] {
  const environment = environmentOf({ ...content, activities: {} });
  compiling.newCheck();
  return flowsOf(content)
    .flatMap((flow) => check(flow, environment, compiling))
    .filter(({ code }) => code !== 'names differ only by case')
    .map(({ code, severity, place, message }) =>
      JSON.stringify({ code, severity, place, message: message.replace(/ Did you mean .*$/, '') })
        .replaceAll(FRESH, name)
        .replaceAll('zq7~1fresh', name),
    )
    .sort();
}

interface Known {
  readonly found: readonly string[];
  readonly written: string;
}
const known = new WeakMap<DraftContent, Known>();
/** What is found in a draft, and what it says: once for each. */
function knownOf(content: DraftContent): Known {
  const before = known.get(content) ?? { found: found(content), written: canonicalJson(content) };
  known.set(content, before);
  return before;
}

/** Renames to a fresh name and back; what was found before is found after, and nothing is changed in the end. */
function expectHarmless(content: DraftContent, flow: string, name: string): Renaming {
  const there = renameVariable(content, flow, name, FRESH);
  expect(there.refused).toBeUndefined();
  expect(usesOf(there.content, flow, name).uses).toEqual([]);
  if (there.left.length > 0) return there;
  expect(found(there.content, name)).toEqual(knownOf(content).found);
  const back = renameVariable(there.content, flow, FRESH, name);
  expect(back.refused).toBeUndefined();
  expect(canonicalJson(back.content)).toBe(knownOf(content).written);
  return there;
}

const ANY = { type: 'any' } as const;
const variable = (name: string, more: Partial<Variable> = {}): Variable => ({ name, type: ANY, ...more });
const table = (id: string, more: Partial<DecisionTable>): DecisionTable => ({
  id,
  name: id,
  hitPolicy: 'first',
  inputs: [],
  outputs: [{ id: 'o', name: 'out', type: ANY }],
  rows: [],
  ...more,
});
const decide = (id: string, name: string, input?: { readonly [name: string]: string }) =>
  node('businessRuleTask', id, {
    decision: input === undefined ? { table: name } : { table: name, input },
    result: 'out',
  });
function draft(
  nodes: readonly FlowNode[],
  {
    variables = [variable('alpha'), variable('beta'), variable('out')],
    inner = line([], [], 'inner'),
    tables = {},
  }: {
    readonly variables?: readonly Variable[];
    readonly inner?: Flow;
    readonly tables?: DraftContent['tables'];
  } = {},
): DraftContent {
  return {
    flow: line(nodes, variables, 'root'),
    called: { inner },
    tables,
    wordLists: {},
    calendars: {},
    scenarios: {},
  };
}

describe('a variable of the flow that ships', () => {
  const { flow, flows, tables, wordLists, calendars, scenarios } = mentionCare();
  const { [flow.id]: _, ...called } = flows;
  const content: DraftContent = { flow, called, tables, wordLists, calendars, scenarios };

  for (const one of flowsOf(content)) {
    // A flow without any has none to rename.
    if (one.variables.length === 0) continue;
    it(`is renamed in “${one.name}” without harm, each of them`, () => {
      for (const { name } of one.variables) expect(expectHarmless(content, one.id, name).left).toEqual([]);
    });
  }

  it('is used where the drawing says', () => {
    const hows = new Set(
      flowsOf(content).flatMap((one) =>
        one.variables.flatMap(({ name }) => usesOf(content, one.id, name).uses.map(({ how }) => how)),
      ),
    );
    expect([...hows].sort()).toEqual(['decides', 'gives', 'reads', 'takes', 'writes']);
  });
});

describe('a variable', () => {
  const inner = line(
    [task('ask', { input: { a: 'alpha' }, result: 'answer' })],
    [variable('alpha', { input: true }), variable('answer', { output: true })],
    'inner',
  );
  const call = node('callActivity', 'call', {
    flow: 'inner',
    input: { alpha: 'alpha + 1' },
    output: { beta: 'answer.alpha', out: 'outcome' },
  });

  it('keeps the name that those who call its flow have for theirs', () => {
    const before = draft([call], { inner });
    const { content } = expectHarmless(before, 'inner', 'alpha');
    expect(content.flow.nodes[1]).toMatchObject({ input: { [FRESH]: 'alpha + 1' } });
    const answers = renameVariable(before, 'inner', 'answer', 'reply');
    expect(answers.content.flow.nodes[1]).toMatchObject({ output: { beta: 'reply.alpha', out: 'outcome' } });
    const outer = renameVariable(before, 'root', 'alpha', 'omega');
    expect(outer.content.flow.nodes[1]).toMatchObject({ input: { alpha: 'omega + 1' } });
    expect(renameVariable(before, 'root', 'beta', 'omega').content.flow.nodes[1]).toMatchObject({
      output: { omega: 'answer.alpha', out: 'outcome' },
    });
  });

  it('is not what a repeat calls its item', () => {
    const before = draft([
      task('each', {
        input: { a: 'alpha', b: 'alpha index', c: 'beta' },
        repeat: { over: 'alpha', as: 'alpha', atMost: 1, until: 'alpha = 1', collect: 'alpha' },
      }),
    ]);
    const { content } = expectHarmless(before, 'root', 'alpha');
    expect(content.flow.nodes[1]).toMatchObject({
      input: { a: 'alpha', b: 'alpha index', c: 'beta' },
      repeat: { over: FRESH, as: 'alpha', until: `${FRESH} = 1`, collect: FRESH },
    });
  });

  const rules = table('rules', {
    inputs: [
      { id: 'i', name: 'alpha', type: ANY },
      { id: 'j', name: 'sum', expression: 'alpha + 1', type: ANY },
    ],
    rows: [{ id: 'r', when: ['> beta', '-'], then: ['alpha'] }],
  });

  it('is renamed in a table that one step alone decides by', () => {
    const before = draft([decide('d', 'rules')], { tables: { rules } });
    const { content } = expectHarmless(before, 'root', 'alpha');
    expect(content.tables['rules']).toMatchObject({
      inputs: [{ name: FRESH }, { expression: `${FRESH} + 1` }],
      rows: [{ when: ['> beta', '-'], then: [FRESH] }],
    });
    const beta = expectHarmless(before, 'root', 'beta');
    expect(beta.content.tables['rules']?.rows[0]?.when[0]).toBe(`> ${FRESH}`);
  });

  it('is given by its former name to a table that others decide by too, also where only cells name it', () => {
    const before = draft([decide('d', 'rules'), decide('e', 'rules', { alpha: '(1)' })], {
      tables: { rules },
    });
    const { content } = expectHarmless(before, 'root', 'alpha');
    expect(content.tables).toEqual(before.tables);
    expect(content.flow.nodes.slice(1, 3)).toMatchObject([
      { decision: { table: 'rules', input: { alpha: FRESH } } },
      { decision: { table: 'rules', input: { alpha: '(1)' } } },
    ]);
    const beta = expectHarmless(before, 'root', 'beta');
    expect(beta.content.flow.nodes[1]).toMatchObject({ decision: { input: { beta: FRESH } } });
  });

  it('is not renamed to what would be no name, is taken, or would mean something else', () => {
    const before = draft([
      task('t', { input: { a: 'for omega in [1] return alpha + omega' } }),
      task('u', { input: {}, repeat: { over: '[1]', as: 'turn', atMost: 1 } }),
    ]);
    const refused = (to: string, from = 'alpha') => renameVariable(before, 'root', from, to);
    expect(refused('omega')).toMatchObject({
      refused: { code: 'read otherwise', node: 't', field: '/input/a' },
    });
    for (const name of ['', ' ', '1st', 'a "b"', 'true', 'a,b'])
      expect(refused(name).refused, name).toEqual({ code: 'no name' });
    expect(refused('Beta').refused).toEqual({ code: 'taken' });
    expect(refused('x', 'nobody').refused).toEqual({ code: 'no such variable' });
    expect(refused('omega').content).toBe(before);
    expect(refused('Alpha').refused).toBeUndefined();
  });

  it('is not renamed to what a repeat calls its own where its turns read the variable', () => {
    const turns = { over: '[1]', as: 'turn', atMost: 1 };
    const reads = draft([task('t', { input: { a: 'alpha' }, repeat: turns })]);
    const decides = draft([{ ...decide('d', 'rules'), repeat: turns }], { tables: { rules } });
    for (const before of [reads, decides])
      for (const name of ['turn', 'turn index'])
        expect(renameVariable(before, 'root', 'alpha', name).refused, name).toEqual({ code: 'taken' });
    const outside = draft([task('t', { input: { a: '1' }, repeat: { ...turns, over: 'alpha' } })]);
    expect(renameVariable(outside, 'root', 'alpha', 'turn').content.flow.nodes[1]).toMatchObject({
      repeat: { over: 'turn', as: 'turn' },
    });
  });

  it('may still stand in what cannot be read, which is said', () => {
    const before = draft([task('t', { input: { a: 'alpha + (', b: 'alpha' } })]);
    const { left, content } = renameVariable(before, 'root', 'alpha', FRESH);
    expect(left).toEqual([{ flow: 'root', node: 't', field: '/input/a' }]);
    expect(content.flow.nodes[1]).toMatchObject({ input: { a: 'alpha + (', b: FRESH } });
  });

  it('may be an entry of what nothing is known of, which is said too', () => {
    const before = draft([task('t', { input: { a: 'beta[alpha = 1]', b: 'alpha' } })]);
    const { left, content } = renameVariable(before, 'root', 'alpha', 'omega');
    expect(left).toEqual([{ flow: 'root', node: 't', field: '/input/a' }]);
    expect(content.flow.nodes[1]).toMatchObject({ input: { a: 'beta[omega = 1]', b: 'omega' } });
  });

  it('that a case is begun with is begun empty then, which is said', () => {
    const before = draft([], { variables: [variable('channel', { input: true }), variable('alpha')] });
    expect(renameVariable(before, 'root', 'channel', FRESH).isGivenByCases).toBe(true);
    expect(renameVariable(before, 'root', 'alpha', FRESH).isGivenByCases).toBe(false);
  });
});

const NAMES = ['alpha', 'due date', 'follow-up', 'item', 'count', 'partial'] as const;
const one = fc.constantFrom<string>(...NAMES);
const feel = fc
  .tuple(
    fc.constantFrom<(a: string, b: string) => string>(
      (a) => `(${a})`,
      (a, b) => `${a} = ${b}`,
      (a, b) => `for ${a} in [1, ${b}] return ${a} + ${b}`,
      (a, b) => `some x in [${a}] satisfies x = ${b}`,
      (a, b) => `{ ${a}: 1, b: ${b}, c: ${a} }`,
      (a, b) => `"${a}" = string(${b}) // ${a}`,
      (a, b) => `(function(${a}) ${a} + ${b})(${a})`,
      (a, b) => `[{ x: ${a} }][x = ${b}]`,
      (a, b) => `if ${a} != null then ${b}.${a} else null`,
      (a, b) => `count([${a}, ${b}]) > partial`,
    ),
    one,
    one,
  )
  .map(([make, a, b]) => make(a, b));
const mapping = fc.dictionary(one, feel, { maxKeys: 2 });
const repeat = fc.option(
  fc.record({ over: feel, as: one, atMost: fc.constant(1), until: feel, collect: one }),
  { nil: undefined },
);
const given = <T extends object>(more: T, turns: unknown): T =>
  turns === undefined ? more : { ...more, repeat: turns };
/** An empty mapping says what none does. */
const deciding = (name: string, input: { readonly [name: string]: string }) =>
  Object.keys(input).length === 0 ? { table: name } : { table: name, input };
const step = (id: string): fc.Arbitrary<FlowNode> =>
  fc.oneof(
    feel.map((condition) =>
      node('exclusiveGateway', id, { branches: [{ port: 'p', name: '', condition }], defaultPort: 'q' }),
    ),
    fc.tuple(mapping, one, repeat).map(([input, result, turns]) => task(id, given({ input, result }, turns))),
    fc
      .tuple(fc.constantFrom('rules', 'others'), mapping, one, repeat)
      .map(([name, input, result, turns]) =>
        node('businessRuleTask', id, given({ decision: deciding(name, input), result }, turns)),
      ),
    fc
      .tuple(mapping, mapping, repeat)
      .map(([input, output, turns]) =>
        node('callActivity', id, given({ flow: 'inner', input, output }, turns)),
      ),
    fc
      .tuple(feel, mapping, one)
      .map(([due, show, result]) => node('userTask', id, { form: [], assignment: {}, due, show, result })),
  );
const variables = fc.uniqueArray(
  fc.record({
    name: one,
    type: fc.constantFrom(ANY, { type: 'number' } as const),
    input: fc.boolean(),
    output: fc.boolean(),
  }),
  { selector: ({ name }) => name, minLength: 1 },
);
const flowOf = (id: string): fc.Arbitrary<Flow> =>
  fc.tuple(step('a'), step('b'), variables).map(([a, b, known]) => line([a, b], known, id));
const tableOf = (id: string): fc.Arbitrary<DecisionTable> =>
  fc.tuple(one, feel, feel, feel).map(([name, expression, cell, then]) =>
    table(id, {
      inputs: [
        { id: 'i', name, type: ANY },
        { id: 'j', name: 'other', expression, type: ANY },
      ],
      rows: [{ id: 'r', when: ['-', cell], then: [then] }],
    }),
  );
const anyDraft: fc.Arbitrary<DraftContent> = fc
  .tuple(flowOf('root'), flowOf('inner'), tableOf('rules'), tableOf('others'))
  .map(([flow, inner, rules, others]) => ({
    flow,
    called: { inner },
    tables: { rules, others },
    wordLists: {},
    calendars: {},
    scenarios: {},
  }));

describe('a variable of any small draft', () => {
  it('is renamed without harm', FUZZ_TIME, () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(), (content, pick) => {
        const all = flowsOf(content).flatMap(({ id, variables: known }) =>
          known.map(({ name }) => ({ id, name })),
        );
        const { id = '', name = '' } = all[pick % all.length] ?? {};
        expect(expectHarmless(content, id, name).left).toEqual([]);
      }),
      { numRuns: fuzzRuns(100) },
    );
  });

  it('is renamed or refused, whatever the drawing holds, and nothing is thrown', FUZZ_TIME, () => {
    let renamed = 0;
    fc.assert(
      fc.property(anyFlow, (flow) => {
        fc.pre(new Set(flow.nodes.map(({ id }) => id)).size === flow.nodes.length);
        const content = { flow, called: {}, tables: {}, wordLists: {}, calendars: {}, scenarios: {} };
        for (const { name } of flow.variables) {
          const there = renameVariable(content, flow.id, name, FRESH);
          if (there.refused === undefined) renamed += 1;
          else expect(there.content).toBe(content);
        }
      }),
      { numRuns: fuzzRuns(100) },
    );
    expect(renamed).toBeGreaterThan(50);
  });
});
