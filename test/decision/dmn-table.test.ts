import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTable } from '../../definitions/decision/compile.ts';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import { readDmnTable } from '../../definitions/decision/dmn/read-table.ts';
import { dmnOf } from '../../definitions/decision/dmn/write-graph.ts';
import { changedDmn } from '../../definitions/decision/dmn/write-table.ts';
import { freeVariables } from '../../definitions/decision/free-variables.ts';
import { linkDecision } from '../../definitions/decision/graph/evaluate.ts';
import { planDecision } from '../../definitions/decision/graph/plan-decision.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { Budget } from '../../definitions/feel/budget.ts';
import { declarable } from '../../definitions/feel/type/feel-type.ts';
import { readJson, writeJson } from '../../definitions/feel/value/border.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { anyTable } from './any-table.ts';
import { OWNER, POINTS } from './tables.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

const RUNS = fuzzRuns(200);
const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

async function xmlOf(table: DecisionTable): Promise<string> {
  const written = await dmnOf(table);
  if ('refusal' in written) throw new Error(written.refusal.message);
  return written.xml;
}

/** JSON writes unfit characters as escapes. */
function isFit(value: unknown): boolean {
  if (typeof value === 'string') return !UNFIT.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, member]) => isFit(key) && isFit(member));
}
/** DMN has no type of texts of which none is allowed. */
function allowsSome(type: ValueType): boolean {
  if (type.type === 'string') return type.allowed?.length !== 0;
  if (type.type === 'list') return allowsSome(type.of);
  return type.type !== 'context' || Object.values(type.fields).every(allowsSome);
}

function anyOf(type: ValueType): fc.Arbitrary<Json> {
  if (type.type === 'string') return fc.constantFrom(...(type.allowed ?? ['', 'x']));
  if (type.type === 'number')
    return fc.oneof(fc.integer({ min: -1, max: 12 }), fc.constantFrom(0.5, -0.3, 20.01));
  return type.type === 'boolean' ? fc.boolean() : fc.constant(null);
}

describe('a table as DMN', () => {
  it('reads as the table it was written from, whatever stands in it', FUZZ_TIME, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        fc.pre(isFit(table));
        fc.pre([...table.inputs, ...table.outputs].every(({ type }) => allowsSome(type)));
        const { table: back, issues } = await readDmnTable(await xmlOf(table));
        // An input that is worked out from its own name has no expression of its own.
        const inputs = table.inputs.map(({ expression, ...input }) =>
          expression === undefined || expression === input.name ? input : { ...input, expression },
        );
        expect({ back, issues }).toEqual({ back: { ...table, inputs }, issues: [] });
      }),
      { numRuns: RUNS },
    );
  });

  it.each([OWNER, POINTS, ...Object.values(mentionCare().tables)])(
    'decides alike: “$name”',
    async (table) => {
      const read = await readDmn(await xmlOf(table));
      if ('refusal' in read) throw new Error(read.refusal);
      const plan = planDecision(read.model, table.name);
      if (plan === null) throw new Error('There is no decision.');
      expect(plan.problems).toEqual([]);
      const linked = linkDecision(plan);
      const types = freeVariables(table);
      const compiled = compileTable(table, types);
      const scope = fc.record(
        Object.fromEntries(Object.entries(types).map(([name, type]) => [name, anyOf(type)])),
      );
      const seen = new Set<string>();
      fc.assert(
        fc.property(scope, (given) => {
          const warn = (): void => undefined;
          const taken = linked.take(
            ({ name, to }) => readJson(given[name] ?? null, declarable(to.type), warn),
            0,
            warn,
          );
          const value = writeJson(taken, new Budget(), warn);
          seen.add(JSON.stringify(value));
          const { value: wanted, rows } = compiled.evaluate(given, 0);
          // As the loss is told: of a list that nothing hit, DMN knows no value.
          expect(value).toEqual(rows.length === 0 && Array.isArray(wanted) ? null : wanted);
        }),
        { numRuns: RUNS },
      );
      expect(seen.size).toBeGreaterThan(1);
    },
  );

  it('says in a sentence what it cannot hold', async () => {
    const strange = await dmnOf({ ...OWNER, rows: [{ id: 'a', when: ['"\u0000"', '-'], then: ['', ''] }] });
    expect(strange).toMatchObject({ refusal: { severity: 'error', place: { row: 'a' } } });
    const nothing = {
      ...POINTS,
      inputs: [{ id: 'in', name: 'x', type: { type: 'string' as const, allowed: [] } }],
    };
    expect(await dmnOf(nothing)).toMatchObject({
      issues: [{ code: 'lost', message: expect.stringMatching(/no value at all/) }, { code: 'lost' }],
    });
  });
});

const FOREIGN = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:other="urn:other" id="defs" name="d" namespace="urn:d" other:mark="kept">
  <itemDefinition id="t" name="tRegion"><typeRef>string</typeRef><allowedValues><text>"north", "south"</text></allowedValues></itemDefinition>
  <inputData id="i1" name="region"><variable name="region" typeRef="tRegion"/></inputData>
  <businessKnowledgeModel id="k1" name="days"><encapsulatedLogic id="k2"><formalParameter id="k3" name="n"/><literalExpression id="k4"><text>n</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
  <decision id="d1" name="Due" other:owner="Ana">
    <extensionElements><other:note at="1">stays</other:note></extensionElements>
    <variable id="v1" name="Due" typeRef="number"/>
    <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
    <decisionTable id="dt1" hitPolicy="FIRST" other:colour="red">
      <input id="c1" label="Where" other:width="120"><inputExpression id="e1" typeRef="tRegion"><text>region</text></inputExpression></input>
      <output id="o1" name="days" typeRef="number"/>
      <rule id="a" other:by="Ben"><inputEntry id="a1"><text>"north"</text></inputEntry><outputEntry id="a2"><text>1</text></outputEntry></rule>
      <rule id="b"><description>why b</description><inputEntry id="b1"><text>-</text></inputEntry><outputEntry id="b2"><text>2</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <decision id="d2" name="Other"><literalExpression id="l1"><text>1</text></literalExpression></decision>
  <dmndi:DMNDI><dmndi:DMNDiagram id="g"><dmndi:DMNShape id="s" dmnElementRef="d1"><dc:Bounds x="1" y="2" width="3" height="4"/></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
</definitions>`;

describe('a DMN file from elsewhere', () => {
  it('is read as a table', async () => {
    expect(await readDmnTable(FOREIGN)).toEqual({
      issues: [],
      table: {
        id: 'd1',
        name: 'Due',
        hitPolicy: 'first',
        inputs: [
          {
            id: 'c1',
            name: 'Where',
            expression: 'region',
            type: { type: 'string', allowed: ['north', 'south'] },
          },
        ],
        outputs: [{ id: 'o1', name: 'days', type: { type: 'number' } }],
        rows: [
          { id: 'a', when: ['"north"'], then: ['1'] },
          { id: 'b', when: ['-'], then: ['2'], annotation: 'why b' },
        ],
      },
    });
  });

  it('keeps what it says besides when its table is changed', async () => {
    const { table } = await readDmnTable(FOREIGN);
    if (table === null) throw new Error('There is no table.');
    const [first, second] = table.rows;
    if (first === undefined || second === undefined) throw new Error('There are no rows.');
    const after: DecisionTable = {
      ...table,
      inputs: [...table.inputs, { id: 'new one', name: 'severity', type: { type: 'number' } }],
      rows: [
        { ...second, when: ['-', '> 3'] },
        { id: 'c', when: ['"south"', '-'], then: ['7'], annotation: 'new' },
        { ...first, when: ['"north"', '-'], then: ['9'] },
      ],
    };
    const written = await changedDmn(FOREIGN, after);
    if (written === null || 'refusal' in written) throw new Error('It was not written.');
    expect(written.issues).toEqual([]);
    expect((await readDmnTable(written.xml)).table).toEqual(after);
    for (const [id] of FOREIGN.matchAll(/(?<= id=)"[^"]*"/g)) expect(written.xml).toContain(` id=${id}`);
    for (const kept of [
      'other:mark="kept"',
      'other:owner="Ana"',
      'other:colour="red"',
      'other:width="120"',
      'other:by="Ben"',
    ])
      expect(written.xml).toContain(kept);
    expect(written.xml).toContain('<other:note at="1">stays</other:note>');
    expect(written.xml).toMatch(/<dc:Bounds [^>]*width="3"/);
    const read = await readDmn(written.xml);
    const severity = 'model' in read ? read.model.inputs.find(({ name }) => name === 'severity') : undefined;
    expect(severity?.typeRef).toBe('number');
    expect('model' in read && read.model.decisions[0]?.needs).toContainEqual({ id: severity?.id });
  });

  it('is told which of its parts a table cannot say', async () => {
    const needy = FOREIGN.replace('<requiredInput href="#i1"/>', '<requiredDecision href="#d2"/>')
      .replace(
        '<decisionTable',
        '<knowledgeRequirement id="q"><requiredKnowledge href="#k1"/></knowledgeRequirement><decisionTable',
      )
      .replace('name="days" typeRef="number"', 'name="days" typeRef="tNone"');
    const { issues } = await readDmnTable(needy);
    expect(issues.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: There is no type “tNone” here; anything may stand for it.',
      'warning: It needs the decision “Other”, which is no part of a table: its value must be given.',
      'warning: It calls “days”, which is no part of a table.',
    ]);
  });

  it.each<[string, string, string | undefined, object]>([
    [
      'without a table',
      FOREIGN.replace(/<decisionTable[^]*<\/decisionTable>/, ''),
      undefined,
      { code: 'no table' },
    ],
    ['without that table', FOREIGN, 'Dues', { code: 'no table', message: expect.stringMatching(/“Due”/) }],
    ['of no DMN', '<a/>', undefined, { code: 'unreadable file' }],
    [
      'cut off',
      FOREIGN.slice(0, 900),
      undefined,
      { code: 'unreadable file', place: { line: expect.any(Number) } },
    ],
    [
      'closed wrongly',
      FOREIGN.replace('</decisionTable>', '</table>'),
      undefined,
      { place: { line: 15, character: expect.any(Number) } },
    ],
  ])('is refused with its place: %s', async (_what, xml, wanted, issue) => {
    const { table, issues } = await readDmnTable(xml, wanted);
    expect(table).toBeNull();
    expect(issues[0]).toMatchObject({ severity: 'error', ...issue });
  });

  it('is refused in little time where much of it is wrong', async () => {
    const rule = '<rule id="same">\n<inputEntry><text>-</text></inputEntry>\n</rule>\n';
    const start = performance.now();
    const { issues } = await readDmnTable(
      FOREIGN.replace('<rule id="a"', `${rule.repeat(40_000)}<rule id="a"`),
    );
    expect(issues).toMatchObject([{ code: 'unreadable file', place: { line: expect.any(Number) } }]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
