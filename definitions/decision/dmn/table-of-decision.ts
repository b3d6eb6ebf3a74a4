import { BOUNDS } from '../../flow/bounds.ts';
import { idFor } from '../../flow/flow-names.ts';
import type { TableIssue } from '../table-issue.ts';
import type { DecisionTable, TableInput, TableOutput, TableRow } from '../table.ts';
import { element, elements, foreignAttribute, text, type XmlElement } from './element.ts';
import { AGGREGATIONS, HIT_POLICIES } from './read-boxed.ts';
import { OWN_ID, OWN_NAME, valueTypeOf } from './type-ref.ts';

export interface DecisionAsTable {
  readonly table: DecisionTable;
  readonly issues: readonly TableIssue[];
}

/** The decisions of a model that are tables. */
export function tableDecisions(root: XmlElement): readonly XmlElement[] {
  return elements(root, 'drgElement').filter(
    (one) => one.$type === 'dmn:Decision' && element(one, 'decisionLogic')?.$type === 'dmn:DecisionTable',
  );
}

/** What the table of a decision is called; rules of other decisions may know it by another name. */
export function tableName(decision: XmlElement): string {
  return foreignAttribute(decision, OWN_NAME) ?? text(decision, 'name') ?? '';
}

/** A decision of a DMN file as a table by itself, with what of it a table cannot say. */
export function tableOfDecision(root: XmlElement, decision: XmlElement): DecisionAsTable {
  const { table, issues } = tableIn(root, decision);
  const needs = [...decisionNeeds(root, decision), ...knowledgeNeeds(root, decision)];
  return { table, issues: [...issues, ...needs.map((message) => lostOf(decision, message))] };
}

/** What of a decision is lost where it stands as a table. */
export function lostOf(decision: XmlElement, message: string, column?: string): TableIssue {
  const place = { decision: tableName(decision), ...(column !== undefined && { column }) };
  return { code: 'lost', severity: 'warning', place, message };
}

/** The same, whatever else the decision needs. */
export function tableIn(root: XmlElement, decision: XmlElement): DecisionAsTable {
  const issues: TableIssue[] = [];
  const name = tableName(decision);
  const drawn = element(decision, 'decisionLogic') ?? decision;
  const lose = (message: string, column: string): void => void issues.push(lostOf(decision, message, column));
  const newId = idsOf(drawn);
  const inputs = elements(drawn, 'input').map((one): TableInput => {
    const id = newId(one, 'input');
    const source = element(one, 'inputExpression');
    const expression = (text(source, 'text') ?? '').trim();
    const label = (text(one, 'label') ?? text(source, 'label') ?? expression).trim();
    const typeRef = text(source, 'typeRef') ?? typeRefOfInput(root, expression);
    const allowed = text(element(one, 'inputValues'), 'text');
    const type = valueTypeOf(root, typeRef, allowed, (what) => lose(what, id));
    return { id, name: label, ...(expression !== label && { expression }), type };
  });
  const [only, ...others] = elements(drawn, 'output');
  const typeRefOfAll = others.length === 0 ? text(element(decision, 'variable'), 'typeRef') : undefined;
  const outputs = [...(only === undefined ? [] : [only]), ...others].map((one): TableOutput => {
    const id = newId(one, 'output');
    const typeRef = text(one, 'typeRef') ?? (listing(drawn) ? undefined : typeRefOfAll);
    const type = valueTypeOf(root, typeRef, text(element(one, 'outputValues'), 'text'), (what) =>
      lose(what, id),
    );
    const otherwise = text(element(one, 'defaultOutputEntry'), 'text');
    return {
      id,
      name: text(one, 'name') ?? (others.length === 0 ? name : (text(one, 'label') ?? '')),
      type,
      ...(otherwise !== undefined && { default: otherwise }),
    };
  });
  const rules = elements(drawn, 'rule');
  if (rules.length > BOUNDS.tableRows)
    issues.push({
      code: 'too large',
      severity: 'error',
      place: { decision: name },
      message: `The table has ${rules.length} rows; it may have ${BOUNDS.tableRows}.`,
    });
  const aggregation = AGGREGATIONS[text(drawn, 'aggregation') ?? ''];
  const description = text(decision, 'description');
  const table: DecisionTable = {
    id: foreignAttribute(decision, OWN_ID) ?? text(decision, 'id') ?? idFor(name, 'table', new Set()),
    name,
    ...(description !== undefined && { description }),
    hitPolicy: HIT_POLICIES[text(drawn, 'hitPolicy') ?? 'UNIQUE'] ?? 'unique',
    ...(aggregation !== undefined && { aggregation }),
    inputs,
    outputs,
    rows: rules.slice(0, BOUNDS.tableRows).map((rule): TableRow => rowOf(rule, newId(rule, 'row'))),
  };
  return { table, issues };
}

function rowOf(rule: XmlElement, id: string): TableRow {
  const notes = elements(rule, 'annotationEntry').flatMap((note) => text(note, 'text') ?? []);
  const annotation = [text(rule, 'description') ?? [], notes].flat().join('\n');
  return {
    id,
    when: elements(rule, 'inputEntry').map(textIn),
    then: elements(rule, 'outputEntry').map(textIn),
    ...(annotation !== '' && { annotation }),
  };
}

/** What stands in a cell; nothing may. */
function textIn(cell: XmlElement): string {
  return text(cell, 'text') ?? '';
}

/** Ids of clauses and rules: their own, or one that follows from where they stand. */
function idsOf(drawn: XmlElement): (one: XmlElement, kind: string) => string {
  const taken = new Set<string>();
  const own = (one: XmlElement): string | undefined => foreignAttribute(one, OWN_ID) ?? text(one, 'id');
  for (const kind of ['input', 'output', 'rule'])
    for (const one of elements(drawn, kind)) taken.add(own(one) ?? '');
  const numbers = new Map<string, number>();
  return (one, kind) => {
    const given = own(one);
    if (given !== undefined) return given;
    let number = numbers.get(kind) ?? 0;
    do number += 1;
    while (taken.has(`${kind}-${number}`));
    numbers.set(kind, number);
    return `${kind}-${number}`;
  };
}

function typeRefOfInput(root: XmlElement, name: string): string | undefined {
  const input = elements(root, 'drgElement').find(
    (one) => (one.$type === 'dmn:InputData' || one.$type === 'dmn:Decision') && text(one, 'name') === name,
  );
  return text(element(input, 'variable'), 'typeRef');
}

function listing(drawn: XmlElement): boolean {
  return ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(text(drawn, 'hitPolicy') ?? '');
}

function decisionNeeds(root: XmlElement, decision: XmlElement): string[] {
  return elements(decision, 'informationRequirement').flatMap((need) => {
    const needed = element(need, 'requiredDecision');
    return needed === undefined
      ? []
      : [
          `It needs the decision “${nameOf(root, needed)}”, which is no part of a table: its value must be given.`,
        ];
  });
}

/** What of other elements its rules call. */
export function knowledgeNeeds(root: XmlElement, decision: XmlElement): string[] {
  return elements(decision, 'knowledgeRequirement').map(
    (need) => `It calls “${nameOf(root, element(need, 'requiredKnowledge'))}”, which is no part of a table.`,
  );
}

function nameOf(root: XmlElement, reference: XmlElement | undefined): string {
  const id = (text(reference, 'href') ?? '').replace(/^.*#/, '');
  const found = elements(root, 'drgElement').find((one) => text(one, 'id') === id);
  return text(found, 'name') ?? id;
}
