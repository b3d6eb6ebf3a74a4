import { evaluate, unaryTest } from 'feelin';
import { compileTable } from '../../../definitions/decision/compile.ts';
import { rivals } from './rivals.ts';
import { cellsOf, tableOf, TYPES, type Given, type Policy, type Rule } from './table.ts';

/** What a table comes to: a result, or those of all rows that hit, in drawn order. */
export type Answer = number | readonly number[];

/** A table made ready by one engine. `decideAll` decides one after another, or all at once where that is its name. */
export interface Prepared {
  decideAll(given: readonly Given[]): Promise<readonly unknown[]> | readonly unknown[];
}

type Prepare = (rules: readonly Rule[], policy: Policy) => Prepared;

const { zen, jsonRules } = rivals();

/** The engines that are compared, each as its own documentation uses it. */
export const ENGINES = {
  earshot: (rules, policy) => {
    const compiled = compileTable(tableOf(rules, policy), TYPES);
    return { decideAll: (given) => given.map((each) => compiled.evaluate(each, 0).value) };
  },
  'zen-serial': (rules, policy) => {
    const decision = zenDecision(rules, policy);
    return {
      async decideAll(given) {
        const answers: unknown[] = [];
        for (const each of given) answers.push(zenAnswer((await decision.evaluate(each)).result));
        return answers;
      },
    };
  },
  'zen-parallel': (rules, policy) => {
    const decision = zenDecision(rules, policy);
    return {
      decideAll: (given) =>
        Promise.all(given.map(async (each) => zenAnswer((await decision.evaluate(each)).result))),
    };
  },
  'json-rules-engine': (rules, policy) => {
    const engine = new jsonRules.Engine(rules.map((rule, i) => jsonRule(rule, rules.length - i)));
    const isFirst = policy === 'first';
    const found: unknown[] = [];
    engine.on('success', (event) => {
      found.push(event.params?.['result']);
      if (isFirst) engine.stop();
    });
    return {
      async decideAll(given) {
        const answers: unknown[] = [];
        for (const each of given) {
          found.length = 0;
          await engine.run(each);
          answers.push(isFirst ? found[0] : [...found]);
        }
        return answers;
      },
    };
  },
  feelin: (rules, policy) => {
    const rows = rules.map((rule) => ({ cells: cellsOf(rule), result: String(rule.result) }));
    const inputs = Object.keys(TYPES);
    return {
      decideAll: (given) =>
        given.map((each) => {
          const values = Object.values(each);
          const hits: unknown[] = [];
          for (const { cells, result } of rows) {
            const isHit = inputs.every(
              (_, i) => cells[i] === '-' || unaryTest(cells[i] ?? '-', { '?': values[i] }).value === true,
            );
            if (!isHit) continue;
            hits.push(evaluate(result).value);
            if (policy === 'first') break;
          }
          return policy === 'first' ? hits[0] : hits;
        }),
    };
  },
  'if-chain': (rules, policy) => {
    const body = rules.map((rule) => {
      const result = policy === 'first' ? `return ${rule.result};` : `hits.push(${rule.result});`;
      return `if (${conditionOf(rule)}) ${result}`;
    });
    const source = `const hits = [];\n${body.join('\n')}\nreturn hits;`;
    // The ceiling: what one would write by hand.
    const decide = new Function('given', source);
    return { decideAll: (given) => given.map((each): unknown => decide(each)) };
  },
} satisfies { readonly [engine: string]: Prepare };

export type EngineName = keyof typeof ENGINES;

function conditionOf({ region, from, to, isOwn, products }: Rule): string {
  const conditions = [
    ...(region === undefined ? [] : [`given.region === ${JSON.stringify(region)}`]),
    ...(from === undefined ? [] : [`given.amount >= ${from} && given.amount < ${to}`]),
    ...(isOwn === undefined ? [] : [`given.isOwn === ${isOwn}`]),
    ...(products === undefined
      ? []
      : [`(${products.map((product) => `given.product === ${JSON.stringify(product)}`).join(' || ')})`]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' && ');
}

function jsonRule({ region, from, to, isOwn, products, result }: Rule, priority: number): object {
  const all = [
    ...(region === undefined ? [] : [{ fact: 'region', operator: 'equal', value: region }]),
    ...(from === undefined ? [] : [{ fact: 'amount', operator: 'greaterThanInclusive', value: from }]),
    ...(to === undefined ? [] : [{ fact: 'amount', operator: 'lessThan', value: to }]),
    ...(isOwn === undefined ? [] : [{ fact: 'isOwn', operator: 'equal', value: isOwn }]),
    ...(products === undefined ? [] : [{ fact: 'product', operator: 'in', value: products }]),
  ];
  return { conditions: { all }, event: { type: 'hit', params: { result } }, priority };
}

function zenDecision(rules: readonly Rule[], policy: Policy) {
  const fields = Object.keys(TYPES);
  const content = {
    hitPolicy: policy,
    inputs: fields.map((field) => ({ id: field, name: field, type: 'expression', field })),
    outputs: [{ id: 'result', name: 'result', type: 'expression', field: 'result' }],
    rules: rules.map((rule, i) => {
      const cells = cellsOf(rule).map((cell) => (cell === '-' ? '' : cell));
      return {
        _id: `r${i}`,
        ...Object.fromEntries(fields.map((field, column) => [field, cells[column] ?? ''])),
        result: String(rule.result),
      };
    }),
  };
  return new zen.ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'table', name: 'table', type: 'decisionTableNode', position: { x: 0, y: 0 }, content },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  });
}

function zenAnswer(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(zenAnswer);
  return typeof result === 'object' && result !== null && 'result' in result ? result.result : result;
}
