import { describe, expect, it } from 'vitest';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import { linkDecision } from '../../definitions/decision/graph/evaluate.ts';
import { planDecision } from '../../definitions/decision/graph/plan-decision.ts';
import type { DecisionModel } from '../../definitions/decision/model.ts';
import type { Value } from '../../definitions/feel/value/value.ts';

const NAMESPACE = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
const need = (kind: string, id: string): string =>
  kind === 'Knowledge'
    ? `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`
    : `<informationRequirement><required${kind} href="#${id}"/></informationRequirement>`;
const says = (text: string): string =>
  `<literalExpression><text><![CDATA[${text}]]></text></literalExpression>`;
const definitions = (content: string, namespace = NAMESPACE): string =>
  `<?xml version="1.0"?><definitions xmlns="${namespace}" id="d" name="remedies" namespace="urn:remedies">${content}</definitions>`;

/** A company gives more the longer somebody waited; how much of it, a function says. */
const REMEDIES = definitions(`
  <itemDefinition name="days"><typeRef>number</typeRef><allowedValues><text>[0..60]</text></allowedValues></itemDefinition>
  <inputData id="in" name="days waited"><variable name="days waited" typeRef="days"/></inputData>
  <businessKnowledgeModel id="capped" name="capped">
    <encapsulatedLogic>
      <formalParameter name="sum" typeRef="number"/>
      ${says('if sum > 50 then 50 else sum')}
    </encapsulatedLogic>
  </businessKnowledgeModel>
  <decision id="level" name="level"><variable name="level" typeRef="string"/>${need('Input', 'in')}
    <decisionTable hitPolicy="PRIORITY">
      <input><inputExpression typeRef="number"><text>days waited</text></inputExpression></input>
      <output name="level" typeRef="string"><outputValues><text>"high", "middle", "low"</text></outputValues></output>
      <rule id="a"><inputEntry><text>-</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
      <rule id="b"><inputEntry><text>&gt;= 10</text></inputEntry><outputEntry><text>"high"</text></outputEntry></rule>
      <rule id="c"><inputEntry><text>&gt;= 3</text></inputEntry><outputEntry><text>"middle"</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <decision id="credit" name="credit"><variable name="credit" typeRef="number"/>
    ${need('Input', 'in')}${need('Decision', 'level')}${need('Knowledge', 'capped')}
    <context>
      <contextEntry><variable name="per day"/><conditional>
        <if>${says('level = "high"')}</if><then>${says('4')}</then><else>${says('1.5')}</else>
      </conditional></contextEntry>
      <contextEntry><invocation>${says('capped')}
        <binding><parameter name="sum"/>${says('per day * days waited')}</binding>
      </invocation></contextEntry>
    </context>
  </decision>
  <decision id="two" name="two weeks">${need('Knowledge', 'service')}${says('from days(14)')}</decision>
  <decision id="round" name="round"><variable name="round"/>${need('Decision', 'round')}${says('round + 1')}</decision>
  <decision id="odd" name="odd">${says('[1, nobody + 2, upper case("x")]')}</decision>
  <decisionService id="service" name="from days">
    <outputDecision href="#credit"/><encapsulatedDecision href="#level"/><inputData href="#in"/>
  </decisionService>`);

async function modelOf(xml: string): Promise<DecisionModel> {
  const read = await readDmn(xml);
  if ('refusal' in read) throw new Error(read.refusal);
  return read.model;
}

async function taken(decision: string, inputs: { readonly [name: string]: Value }): Promise<Value> {
  const plan = planDecision(await modelOf(REMEDIES), decision);
  // What is stored beside a revision is JSON.
  return plan && linkDecision(JSON.parse(JSON.stringify(plan))).take(({ name }) => inputs[name], 0);
}

describe('a decision model', () => {
  it('takes decisions that need decisions, functions and inputs', async () => {
    expect(await taken('level', { 'days waited': 12 })).toBe('high');
    expect(await taken('level', { 'days waited': 4 })).toBe('middle');
    expect(await taken('level', { 'days waited': 1 })).toBe('low');
    expect(await taken('credit', { 'days waited': 4 })).toBe(6);
    expect(await taken('credit', { 'days waited': 30 })).toBe(50);
  });

  it('calls a service as a function of its inputs', async () => {
    expect(await taken('two weeks', {})).toBe(50);
  });

  it('takes an input that its type does not allow for none', async () => {
    expect(await taken('credit', { 'days waited': 61 })).toBeNull();
    expect(await taken('credit', { 'days waited': 'many' })).toBeNull();
  });

  it('tells what is wrong and where, and goes on with the rest', async () => {
    const plan = planDecision(await modelOf(REMEDIES), 'odd');
    expect(plan?.problems).toEqual([{ where: 'odd', message: 'There is no variable “nobody”.' }]);
    expect(await taken('odd', {})).toEqual([1, null, 'X']);
  });

  it('that needs itself, or is not there, comes to nothing', async () => {
    const round = planDecision(await modelOf(REMEDIES), 'round');
    expect(round?.problems[0]).toEqual({ where: 'round', message: '“round” needs itself.' });
    expect(await taken('round', {})).toBeNull();
    expect(planDecision(await modelOf(REMEDIES), 'nothing')).toBeNull();
  });
});

describe('a model that is made to be endless', () => {
  const variable = (type: string): string => `<variable name="x" typeRef="${type}"/>`;
  const field = (name: string, type: string): string =>
    `<itemComponent name="${name}"><typeRef>${type}</typeRef></itemComponent>`;

  async function planned(content: string, decision = 'x') {
    return planDecision(await modelOf(definitions(content)), decision);
  }

  it('knows a type that holds itself', async () => {
    const tree = `<itemDefinition name="tree">${field('left', 'tree')}${field('right', 'tree')}</itemDefinition>`;
    const plan = await planned(
      `${tree}<decision id="x" name="x">${variable('tree')}${says('{left: {left: 1}, right: 2}')}</decision>`,
    );
    expect(plan?.problems).toEqual([]);
    expect(plan && linkDecision(plan).take(() => null, 0)).toEqual({ left: { left: 1 }, right: 2 });
  });

  it('gives up on types that grow without end, and says so', async () => {
    const types = Array.from(
      { length: 60 },
      (_, n) =>
        `<itemDefinition name="t${n}">${field('a', `t${n + 1}`)}${field('b', `t${n + 1}`)}</itemDefinition>`,
    ).join('');
    const plan = await planned(`${types}<decision id="x" name="x">${variable('t0')}${says('1')}</decision>`);
    expect(plan?.problems.map(({ message }) => message)).toContain('Its types have more than 20000 parts.');
  });

  it('gives up on decisions and expressions that go too deep, and says so', async () => {
    const chain = Array.from(
      { length: 5_000 },
      (_, n) => `<decision id="d${n}" name="d${n}">${need('Decision', `d${n + 1}`)}${says('1')}</decision>`,
    ).join('');
    expect((await planned(chain, 'd0'))?.problems[0]?.message).toBe('It goes more than 400 levels deep.');
    const lists = `${'<list>'.repeat(1_000)}${says('1')}${'</list>'.repeat(1_000)}`;
    const deep = await planned(`<decision id="x" name="x">${lists}</decision>`);
    expect(deep?.problems[0]?.message).toBe('It goes more than 400 levels deep.');
  });
});

describe('a file that is no model', () => {
  it.each([
    ['', /no DMN file/],
    ['{"id": 1}', /no DMN file/],
    [definitions('', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'), /no DMN file of version 1.2 to 1.5/],
    [`<definitions xmlns="${NAMESPACE}"><decision`, /cannot be read as XML/],
    [`<other xmlns="${NAMESPACE}"/>`, /cannot be read as XML|no DMN model/],
  ])('%.40s', async (xml, why) => {
    const read = await readDmn(xml);
    expect('refusal' in read && read.refusal).toMatch(why);
  });

  it('does not follow external entities', async () => {
    const evil = `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>${definitions(
      `<decision id="x" name="x"><literalExpression><text>"&e;"</text></literalExpression></decision>`,
    ).replace('<?xml version="1.0"?>', '')}`;
    const read = await readDmn(evil);
    expect(JSON.stringify(read)).not.toMatch(/localhost|[a-z0-9]{12}/);
    if ('model' in read) expect(read.model.decisions[0]?.logic).toEqual({ kind: 'literal', text: '"&e;"' });
  });
});
