import type { DmnModdle } from 'dmn-moddle';
import type { DecisionTable, TableInput, TableOutput, TableRow } from '../table.ts';
import { element, elements, foreignAttribute, newElement, put, text, type XmlElement } from './element.ts';
import { AGGREGATIONS, HIT_POLICIES } from './read-boxed.ts';
import { OWN_NAME, typeNames } from './type-ref.ts';
import { newXmlIds } from './xml-ids.ts';

/**
 * Makes a decision of a DMN file say what a table says. What of the table is as it was `before` stays untouched, with
 * all that stands there besides; so do its ids.
 */
export function putTable(
  root: XmlElement,
  decision: XmlElement,
  before: DecisionTable,
  after: DecisionTable,
  moddle: DmnModdle,
  idFor = newXmlIds(root),
): void {
  const drawn = element(decision, 'decisionLogic') ?? decision;
  const types = typeNames(root, moddle);
  const make = (type: string, properties: object = {}): XmlElement => newElement(moddle, type, properties);

  if (after.name !== before.name) rename(root, decision, after.name);
  if (after.description !== before.description) put(decision, 'description', after.description);
  if (after.hitPolicy !== before.hitPolicy) put(drawn, 'hitPolicy', keyOf(HIT_POLICIES, after.hitPolicy));
  if (after.aggregation !== before.aggregation)
    put(drawn, 'aggregation', after.aggregation && keyOf(AGGREGATIONS, after.aggregation));

  const [inputs, outputs, rules] = [
    elements(drawn, 'input'),
    elements(drawn, 'output'),
    elements(drawn, 'rule'),
  ];
  put(drawn, 'input', after.inputs.map(inputElement));
  put(drawn, 'output', after.outputs.map(outputElement));
  const hasNotes = after.rows.some(({ annotation }) => annotation !== undefined);
  if (hasNotes && elements(drawn, 'annotation').length === 0)
    put(drawn, 'annotation', [make('dmn:RuleAnnotationClause', { name: 'Note' })]);
  const ruleOf = new Map(before.rows.map((row, i) => [row.id, { row, rule: rules[i] }]));
  put(drawn, 'rule', after.rows.map(ruleElement));

  function inputElement(input: TableInput): XmlElement {
    const at = before.inputs.findIndex(({ id }) => id === input.id);
    const was = before.inputs[at];
    const one = inputs[at] ?? make('dmn:InputClause', idFor(input.id, 'input'));
    if (isSame(was, input)) return one;
    const source = element(one, 'inputExpression') ?? make('dmn:LiteralExpression');
    put(one, 'inputExpression', source);
    put(one, 'label', input.name);
    put(source, 'text', input.expression ?? input.name);
    if (!isSame(was?.type, input.type)) {
      const { typeRef, allowed } = types.clause(input.type, input.name);
      put(source, 'typeRef', typeRef);
      put(one, 'inputValues', allowed && make('dmn:UnaryTests', { text: allowed }));
    }
    return one;
  }

  function outputElement(output: TableOutput): XmlElement {
    const at = before.outputs.findIndex(({ id }) => id === output.id);
    const was = before.outputs[at];
    const one = outputs[at] ?? make('dmn:OutputClause', idFor(output.id, 'output'));
    if (isSame(was, output)) return one;
    if (was?.name !== output.name) put(one, 'name', output.name);
    if (!isSame(was?.type, output.type)) {
      const { typeRef, allowed } = types.clause(output.type, output.name);
      put(one, 'typeRef', typeRef);
      put(one, 'outputValues', allowed && make('dmn:UnaryTests', { text: allowed }));
    }
    if (was?.default !== output.default) {
      const otherwise = output.default;
      put(one, 'defaultOutputEntry', otherwise && make('dmn:LiteralExpression', { text: otherwise }));
    }
    return one;
  }

  function ruleElement(row: TableRow): XmlElement {
    const { row: was, rule } = ruleOf.get(row.id) ?? {};
    const one = rule ?? make('dmn:DecisionRule', idFor(row.id, 'rule'));
    const cells = (
      entries: readonly XmlElement[],
      texts: readonly string[],
      [old, now]: readonly (readonly { readonly id: string }[])[],
      type: string,
    ): XmlElement[] =>
      (now ?? []).map(({ id }, i) => {
        const cell = entries[(old ?? []).findIndex((clause) => clause.id === id)] ?? make(type);
        const said = texts[i] ?? '';
        if (cell['text'] === undefined || (text(cell, 'text') ?? '') !== said) put(cell, 'text', said);
        return cell;
      });
    const clauses = { inputs: [before.inputs, after.inputs], outputs: [before.outputs, after.outputs] };
    put(one, 'inputEntry', cells(elements(one, 'inputEntry'), row.when, clauses.inputs, 'dmn:UnaryTests'));
    put(
      one,
      'outputEntry',
      cells(elements(one, 'outputEntry'), row.then, clauses.outputs, 'dmn:LiteralExpression'),
    );
    const isNew = rule === undefined && hasNotes;
    if (isNew || row.annotation !== was?.annotation) {
      put(one, 'description', undefined);
      put(one, 'annotationEntry', [make('dmn:RuleAnnotation', { text: row.annotation ?? '' })]);
    }
    return one;
  }
}

/** Rules of other decisions know this one by its name, which then stays; what the table is called stands beside it. */
function rename(root: XmlElement, decision: XmlElement, name: string): void {
  const href = `#${text(decision, 'id') ?? ''}`;
  const isRequired = elements(root, 'drgElement').some((one) =>
    elements(one, 'informationRequirement').some(
      (need) => text(element(need, 'requiredDecision'), 'href') === href,
    ),
  );
  if (isRequired || foreignAttribute(decision, OWN_NAME) !== undefined)
    return put(decision, OWN_NAME, name === text(decision, 'name') ? undefined : name);
  put(decision, 'name', name);
  const variable = element(decision, 'variable');
  if (variable !== undefined) put(variable, 'name', name);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function keyOf<V>(all: { readonly [key: string]: V }, wanted: V): string | undefined {
  return Object.entries(all).find(([, value]) => value === wanted)?.[0];
}
