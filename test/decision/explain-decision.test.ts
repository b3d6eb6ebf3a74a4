import { expect, it } from 'vitest';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import { linkDecision } from '../../definitions/decision/graph/evaluate.ts';
import { explainDecision } from '../../definitions/decision/graph/explain-decision.ts';
import { planDecision } from '../../definitions/decision/graph/plan-decision.ts';

const table = (rows: readonly (readonly [when: string, then: string])[], input: string): string => `
  <decisionTable hitPolicy="FIRST">
    <input><inputExpression><text>${input}</text></inputExpression></input><output/>
    ${rows
      .map(
        ([when, then], i) =>
          `<rule id="${input}-${i}"><inputEntry><text><![CDATA[${when}]]></text></inputEntry><outputEntry><text><![CDATA[${then}]]></text></outputEntry></rule>`,
      )
      .join('')}
  </decisionTable>`;

/** A credit that rests on a level, which rests on the days; and the level of every one of a list of days. */
const MODEL = `<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="credits" namespace="urn:credits">
  <inputData id="days" name="days"><variable name="days" typeRef="number"/></inputData>
  <decision id="level" name="level">
    <informationRequirement><requiredInput href="#days"/></informationRequirement>
    ${table(
      [
        ['>= 10', '"high"'],
        ['-', '"low"'],
      ],
      'days',
    )}
  </decision>
  <decision id="credit" name="credit">
    <informationRequirement><requiredDecision href="#level"/></informationRequirement>
    ${table(
      [
        ['"high"', '20'],
        ['"low"', '5'],
      ],
      'level',
    )}
  </decision>
  <businessKnowledgeModel id="levelof" name="level of">
    <encapsulatedLogic><formalParameter name="n" typeRef="number"/>${table([['> 3', '"long"']], 'n')}</encapsulatedLogic>
  </businessKnowledgeModel>
  <decision id="all" name="all">
    <informationRequirement><requiredInput href="#days"/></informationRequirement>
    <knowledgeRequirement><requiredKnowledge href="#levelof"/></knowledgeRequirement>
    <literalExpression><text>for d in 1..days return level of(d)</text></literalExpression>
  </decision>
</definitions>`;

async function planOf(decision: string) {
  const read = await readDmn(MODEL);
  if (!('model' in read)) throw new Error(read.refusal);
  const plan = planDecision(read.model, decision);
  if (plan === null) throw new Error(`There is no decision ${decision}.`);
  expect(plan.problems).toEqual([]);
  return plan;
}

it('tells of every table on the way to a decision, in the order in which they were asked', async () => {
  const plan = await planOf('credit');
  const { value, tables, isCut } = explainDecision(plan, () => 7, 0);
  expect(value).toBe(5);
  expect(value).toBe(linkDecision(plan).take(() => 7, 0));
  expect(isCut).toBe(false);
  expect(tables.map(({ where, explanation }) => [where, explanation.result])).toEqual([
    ['level', { value: 'low', rows: ['days-1'] }],
    ['credit', { value: 5, rows: ['level-1'] }],
  ]);
  const [level, credit] = tables;
  expect(level?.explanation.rows[0]?.clauses).toEqual([
    {
      input: 'days',
      test: '>= 10',
      value: 7,
      matched: false,
      wouldMatch: { words: '10 or more', example: 10 },
    },
  ]);
  expect(credit?.explanation.rows.map(({ hit }) => hit)).toEqual([false, true]);
});

it('tells of the first hundred askings of a table in a loop', async () => {
  const plan = await planOf('all');
  const { value, tables, isCut } = explainDecision(plan, () => 150, 0);
  expect(value).toEqual(linkDecision(plan).take(() => 150, 0));
  expect(tables).toHaveLength(100);
  expect(isCut).toBe(true);
  expect(tables.map(({ explanation }) => explanation.rows[0]?.hit).indexOf(true)).toBe(3);
});
