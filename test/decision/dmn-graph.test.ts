import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import { readDmnGraph } from '../../definitions/decision/dmn/read-graph.ts';
import { dmnOf, type Beside } from '../../definitions/decision/dmn/write-graph.ts';
import { changedDmn } from '../../definitions/decision/dmn/write-table.ts';
import type { DecisionModel } from '../../definitions/decision/model.ts';
import type { TableIssue } from '../../definitions/decision/table-issue.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';
import { anyGraph, anyScope, byId, deciderOf, DIAMOND, GIVEN, sum, takerOf } from './dmn-graph.ts';

const RUNS = fuzzRuns(20);

const at = (tables: Readonly<Record<string, DecisionTable>>, id: string): DecisionTable => {
  const table = tables[id];
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
};

async function written(top: DecisionTable, tables: Beside['tables'] = {}) {
  const done = await dmnOf(top, { tables, given: GIVEN });
  if ('refusal' in done) throw new Error(done.refusal.message);
  return done;
}

async function modelOf(xml: string): Promise<DecisionModel> {
  const read = await readDmn(xml);
  if ('refusal' in read) throw new Error(read.refusal);
  return read.model;
}

async function backFrom(xml: string) {
  const { together } = await readDmnGraph(xml);
  if (together === null) throw new Error('It goes by nothing.');
  return { ...together, tables: byId(together.table, ...together.required) };
}

const said = (issues: readonly TableIssue[]): string[] => issues.map(({ message }) => message);

describe('tables that require others, as one DMN file', () => {
  it('come back the same, each with what it requires', async () => {
    const { xml, issues } = await written(at(DIAMOND, 'top'), DIAMOND);
    expect(issues).toEqual([]);
    const back = await backFrom(xml);
    expect(back.tables).toEqual(DIAMOND);
    expect(back.table.id).toBe('top');
    expect(back.issues).toEqual([]);
  });

  it('decide alike, by every way in, whatever they are called', FUZZ_TIME, async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(
        anyGraph,
        fc.array(anyScope, { minLength: 8, maxLength: 8 }),
        async (tables, scopes) => {
          const top = at(tables, 't0');
          const { xml, issues } = await written(top, tables);
          const back = await backFrom(xml);
          expect(back.issues).toEqual([]);
          const model = await modelOf(xml);
          const ofFile = takerOf(model, model.decisions[0]?.name ?? '');
          expect(ofFile.problems).toEqual([]);
          const [decide, again] = [deciderOf(top, tables), deciderOf(back.table, back.tables)];
          if (issues.length === 0) expect(back.tables).toEqual(tables);
          else changed += 1;
          for (const scope of scopes) {
            const value = decide(scope);
            expect(again(scope)).toEqual(value);
            if (value !== undefined) expect(ofFile.take(scope)).toEqual(value);
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(changed).toBeGreaterThan(0);
  });

  it('are known there by the names that rules say, and one known by two has both', async () => {
    const { xml } = await written(at(DIAMOND, 'top'), DIAMOND);
    const { decisions, inputs } = await modelOf(xml);
    expect(decisions.map(({ name }) => name)).toEqual(['Which top?', 'other', 'one', 'low', 'how low']);
    expect(decisions.find(({ name }) => name === 'low')?.logic).toMatchObject({ text: 'how low' });
    expect(inputs.map(({ name }) => name)).toEqual(['n', 'm']);
  });

  it('have a value for each name that their cells alone say', async () => {
    const cells = sum('cells', {}, ['n', 'm', 'so far']);
    const { inputs } = await modelOf((await written(cells)).xml);
    expect(inputs).toMatchObject([{ name: 'n' }, { name: 'm' }, { name: 'so far' }].toSorted(() => 0));
  });

  it.each<[string, readonly DecisionTable[], string, Readonly<Record<string, string>>]>([
    [
      'a value that is given',
      [sum('top', { n: 'low' }, ['m']), sum('low', {}, ['n'])],
      '“n” means two things in this file, so what “Which top?” knows as that is called “n 2” there.',
      { 'n 2': 'low' },
    ],
    [
      'what another comes to',
      [sum('top', { x: 'left', y: 'low' }), sum('left', { y: 'other' }), sum('low'), sum('other', {}, ['m'])],
      '“y” means two things in this file, so what “Which left?” knows as that is called “y 2” there.',
      { x: 'left', y: 'low' },
    ],
    [
      'nothing that a rule can say',
      [{ ...sum('top', { '2x': 'low' }, []), rows: [{ id: 'r', when: ['> 1'], then: ['1'] }] }, sum('low')],
      '“2x” is no name that rules in a DMN file can say, so what “Which top?” knows as that is called “result” there.',
      { result: 'low' },
    ],
  ])('are called otherwise where a name is also %s', async (_what, list, sentence, requires) => {
    const [top] = list;
    if (top === undefined) throw new Error('There is no table.');
    const { xml, issues } = await written(top, byId(...list));
    expect(said(issues)).toEqual([sentence]);
    const back = await backFrom(xml);
    expect(back.table.requires).toEqual(requires);
    expect(back.table.inputs.map(({ name }) => name)).toEqual(top.inputs.map(({ name }) => name));
    const [decide, again] = [deciderOf(top, byId(...list)), deciderOf(back.table, back.tables)];
    for (let n = -2; n < 8; n += 1) {
      const scope = { n, m: 5 - n, 'so far': 1 };
      expect(again(scope)).toEqual(decide(scope));
    }
  });

  it('are not written where they wait for each other, or a name cannot be changed', async () => {
    const circle = byId(sum('a', { b: 'b' }), sum('b', { a: 'a' }));
    expect(await dmnOf(at(circle, 'a'), { tables: circle })).toMatchObject({
      refusal: {
        severity: 'error',
        message:
          '“Which b?” goes by “a”, which can only be decided after it. Such tables cannot stand in a DMN file.',
      },
    });
    const top = sum('top', { n: 'low' });
    const broken = { ...top, rows: [{ id: 'r', when: ['-'], then: ['n + ('] }] };
    const tables = byId(broken, sum('low'));
    expect(await dmnOf(broken, { tables, given: GIVEN })).toMatchObject({
      refusal: {
        message:
          '“n” means two things in this file, and “Which top?” has a cell that cannot be read with another name for it.',
      },
    });
  });

  it('that are not there any more are values that are given, which is told', async () => {
    const { xml, issues } = await written(sum('top', { gone: 'nowhere' }), {});
    expect(said(issues)).toEqual([
      'The table that decides “gone” for “Which top?” is not there. In this file it is a value that is given.',
    ]);
    expect((await modelOf(xml)).inputs.map(({ name }) => name)).toContain('gone');
  });

  it('tell which of them loses what', async () => {
    const low: DecisionTable = { ...sum('low'), hitPolicy: 'collect' };
    const tables = byId({ ...sum('top', { all: 'low' }, []), inputs: [], rows: [] }, low);
    expect(said((await written(at(tables, 'top'), tables)).issues)).toEqual([
      '“Which low?”: If no row hits, DMN knows no value, where this table has an empty list.',
    ]);
  });

  it('keep what others know them by when one of them is called otherwise in the file', async () => {
    const { xml } = await written(at(DIAMOND, 'top'), DIAMOND);
    const left = { ...at(DIAMOND, 'left'), name: 'Left, renamed' };
    const changed = await changedDmn(xml, left);
    if (changed === null || 'refusal' in changed) throw new Error('It was not written.');
    expect(changed.issues).toEqual([]);
    expect((await backFrom(changed.xml)).tables).toEqual({ ...DIAMOND, left });
  });
});

/** Shapes by what they are of, and the lines between them. */
async function drawnIn(xml: string) {
  const numbers = (tag: string): number[] => ['x', 'y', 'width', 'height'].map((name) => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1])); // prettier-ignore
  const boxes = [...xml.matchAll(/<dmndi:DMNShape [^>]*dmnElementRef="([^"]*)">\s*(<dc:Bounds[^>]*>)/g)].map(
    ([, of = '', tag = '']) => {
      const [x = NaN, y = NaN, width = NaN, height = NaN] = numbers(tag);
      return { of, x, y, width, height };
    },
  );
  const lines = [
    ...xml.matchAll(/<dmndi:DMNEdge [^>]*dmnElementRef="([^"]*)">([^]*?)<\/dmndi:DMNEdge>/g),
  ].map(([, of = '', body = '']) => ({
    of,
    points: [...body.matchAll(/<di:waypoint[^>]*>/g)].map(([tag]) => {
      const [x = NaN, y = NaN] = numbers(tag);
      return { x, y };
    }),
  }));
  const { decisions, inputs } = await modelOf(xml);
  return { boxes, lines, elements: [...decisions, ...inputs] };
}

describe('the drawing in a DMN file', () => {
  it('has each decision and value once, below all that need it, and no line runs through one', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (tables) => {
        const { boxes, lines, elements } = await drawnIn((await written(at(tables, 't0'), tables)).xml);
        expect(boxes.map(({ of }) => of).toSorted()).toEqual(elements.map(({ id }) => id).toSorted());
        const needs = elements.flatMap((one) => ('needs' in one ? one.needs : []));
        expect(lines).toHaveLength(needs.length);
        for (const [i, one] of boxes.entries())
          for (const other of boxes.slice(i + 1))
            if (one.y === other.y)
              expect(one.x + one.width < other.x || other.x + other.width < one.x).toBe(true);
        for (const { points } of lines)
          for (const [i, to] of points.slice(1).entries()) {
            const from = points[i] ?? to;
            expect(to.y).toBeLessThan(from.y);
            for (const { x, y, width, height } of boxes) {
              const isBeside = Math.max(from.x, to.x) < x || Math.min(from.x, to.x) > x + width;
              const isClear = from.y <= y || to.y >= y + height;
              expect(isBeside || isClear).toBe(true);
            }
          }
      }),
      { numRuns: RUNS },
    );
  });
});

const TABLE = (expression: string): string =>
  `<decisionTable hitPolicy="FIRST"><input><inputExpression typeRef="number"><text>${expression}</text></inputExpression></input><output name="o" typeRef="number"/><rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable>`;
const NEEDS = (...hrefs: string[]): string =>
  hrefs
    .map((href) => `<informationRequirement><requiredDecision href="${href}"/></informationRequirement>`)
    .join('');

/** A file of another tool: the decision “Top” with these requirements, and more elements. */
const file = (needs: string, more = ''): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:d">
    <decision id="top" name="Top"><variable name="Top" typeRef="number"/>${needs}${TABLE('low')}</decision>
    <decision id="low" name="low"><variable name="low" typeRef="number"/>${TABLE('n')}</decision>
    <inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData>
    ${more}
  </definitions>`;

describe('a DMN file from elsewhere whose tables go by each other', () => {
  it('is read from the one that no other needs, or from the one that is meant', async () => {
    const xml = file(NEEDS('#low'));
    const { choices, chosen, together } = await readDmnGraph(xml);
    expect([choices, chosen]).toEqual([
      [
        { id: 'top', name: 'Top' },
        { id: 'low', name: 'low' },
      ],
      'top',
    ]);
    expect(together).toMatchObject({
      table: { id: 'top', requires: { low: 'low' }, inputs: [{ name: 'low', type: { type: 'number' } }] },
      required: [{ id: 'low', inputs: [{ name: 'n', type: { type: 'number' } }] }],
      issues: [],
    });
    const low = await readDmnGraph(xml, 'low');
    expect([low.chosen, low.together, said(low.alone?.issues ?? [])]).toEqual([
      'low',
      null,
      ['Other tables of the file do not come in: “Top”.'],
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'an expression',
      file(
        NEEDS('#low', '#e'),
        '<decision id="e" name="Rate"><literalExpression><text>1 + 1</text></literalExpression></decision>',
      ),
      ['“Top” needs the decision “Rate”, which is no table but one expression: its value must be given.'],
    ],
    [
      'a context',
      file(NEEDS('#low', '#e'), '<decision id="e" name="Parts"><context/></decision>'),
      ['“Top” needs the decision “Parts”, which is no table but a context: its value must be given.'],
    ],
    [
      'what is only drawn',
      file(NEEDS('#low', '#e'), '<decision id="e" name="Idea"/>'),
      ['“Top” needs the decision “Idea”, which is no table but only drawn: its value must be given.'],
    ],
    [
      'nothing at all',
      file(NEEDS('#low', '')),
      ['“Top” needs a decision that the file does not name: its value must be given.'],
    ],
    [
      'what is not there',
      file(NEEDS('#low', '#gone')),
      ['“Top” needs “gone”, which is not in the file: its value must be given.'],
    ],
    [
      'a part of another file',
      file(NEEDS('#low', 'urn:other#x')),
      ['“Top” needs “x” of another file, which is not read: its value must be given.'],
    ],
    [
      'a value, as if it were decided',
      file(NEEDS('#low', '#n')),
      ['“Top” needs “n”, which is no decision: its value must be given.'],
    ],
    [
      'itself',
      file(NEEDS('#low', '#top')),
      ['“Top” needs itself: no table can be decided before itself, so its value must be given.'],
    ],
    [
      'one that needs it in turn',
      file(
        NEEDS('#low', '#turn'),
        `<decision id="turn" name="turn">${NEEDS('#top')}${TABLE('Top')}</decision>`,
      ),
      [
        '“turn” needs “Top”, which needs it in turn: no table can be decided before itself, so its value must be given.',
      ],
    ],
    [
      'two of one name',
      file(NEEDS('#low', '#twin'), `<decision id="twin" name="low">${TABLE('n')}</decision>`),
      ['“Top” needs two decisions that are called “low”: the second is known as “low 2” there.'],
    ],
    [
      'a decision and a value of one name',
      file(
        `${NEEDS('#low')}<informationRequirement><requiredInput href="#l"/></informationRequirement>`,
        '<inputData id="l" name="low"/>',
      ),
      ['“Top” takes a value and a decision that are both called “low”: here it means the decision.'],
    ],
    [
      'one whose name no rule can say',
      file(NEEDS('#low', '#odd'), `<decision id="odd" name="2nd (best)">${TABLE('n')}</decision>`),
      ['“2nd (best)” is no name that a rule can say: “Top” knows it as “result”.'],
    ],
    [
      'one whose variable is called otherwise',
      file(
        NEEDS('#low', '#odd'),
        `<decision id="odd" name="Odd"><variable name="odd one"/>${TABLE('n')}</decision>`,
      ),
      ['The variable of “Odd” is called “odd one”: “Top” knows it by that name.'],
    ],
    [
      'a function',
      file(
        `${NEEDS('#low')}<knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>`,
        '<businessKnowledgeModel id="k" name="days"/>',
      ),
      ['It calls “days”, which is no part of a table.'],
    ],
  ])('tells of %s, and the rest comes', async (_what, xml, sentences) => {
    const { together } = await readDmnGraph(xml);
    expect(said(together?.issues ?? [])).toEqual(sentences);
    expect(together?.issues.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(together?.table.requires).toMatchObject({ low: 'low' });
  });

  it('tells why nothing comes with it', async () => {
    const { alone, together } = await readDmnGraph(file(NEEDS('#n', ''), '').replace(/<decision id="low"[^]*?<\/decision>/, '')); // prettier-ignore
    expect(together).toBeNull();
    expect(said(alone?.issues ?? [])).toEqual([
      '“Top” needs “n”, which is no decision: its value must be given.',
      '“Top” needs a decision that the file does not name: its value must be given.',
    ]);
  });

  it('takes a decision that only says the name of another for that one', async () => {
    const alias = `<decision id="as" name="as it is">${NEEDS('#low')}<literalExpression><text>low</text></literalExpression></decision>`;
    const { together } = await readDmnGraph(file(NEEDS('#as'), alias));
    expect(together).toMatchObject({ table: { requires: { 'as it is': 'low' } }, issues: [] });
  });

  it('is refused in a sentence where it holds no table, not the one that is meant, or more than can be held', async () => {
    expect(said((await readDmnGraph('<a/>')).issues)).toEqual(['This is no DMN file of version 1.2 to 1.5.']);
    const empty = file('').replace(/<decisionTable[^]*?<\/decisionTable>/g, '');
    expect(said((await readDmnGraph(empty)).issues)).toEqual(['No decision of the file is a table.']);
    expect(await readDmnGraph(file(''), 'Tip')).toMatchObject({
      chosen: null,
      issues: [{ message: 'No decision “Tip” of the file is a table; “Top”, “low” are.' }],
    });
    const long = file(NEEDS('#low')).replace('<text>1</text>', `<text>${'1'.repeat(20_000)}</text>`);
    expect((await readDmnGraph(long)).together?.issues).toMatchObject([{ severity: 'error' }]);
  });
});
