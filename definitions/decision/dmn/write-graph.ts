import type { DmnModdle } from 'dmn-moddle';
import { givesList } from '../../feel/link/hit-policy.ts';
import type { TypeEnvironment } from '../../feel/compiler.ts';
import { normalName } from '../../feel/parse/name.ts';
import { freeVariables } from '../free-variables.ts';
import { policyOf } from '../policy.ts';
import { withRequired } from '../requirements.ts';
import type { TableIssue } from '../table-issue.ts';
import type { DecisionTable } from '../table.ts';
import { moddleFor, NEWEST } from './descriptor.ts';
import { element, elements, newElement, put, text, type XmlElement } from './element.ts';
import { addData, need } from './give-inputs.ts';
import { namesInGraph, type NamedDecision, type NamedGraph } from './graph-names.ts';
import { layOut } from './layout.ts';
import { lostInDmn, unfitForXml } from './lost-in-dmn.ts';
import { putTable } from './put-table.ts';
import { OWN_NAME, OWN_NAMESPACE } from './type-ref.ts';
import type { WrittenDmn } from './write-table.ts';
import { newXmlIds } from './xml-ids.ts';

/** What stands beside a table that is written. */
export interface Beside {
  /** Tables that it may require, by id. */
  readonly tables?: Readonly<Record<string, DecisionTable>>;
  /** What a flow gives it. */
  readonly given?: TypeEnvironment;
}

/**
 * A table, with all that it requires, as a DMN 1.5 file: a decision for each, the values they look at, types, and a
 * drawing of them (DMN 1.5, chapter 6). A table that cannot stand in such a file is refused.
 */
export async function dmnOf(
  table: DecisionTable,
  { tables = {}, given = {} }: Beside = {},
): Promise<WrittenDmn> {
  const named = namesInGraph(table, tables, given);
  if ('refusal' in named) return named;
  const unfit = named.decisions.map((one) => unfitForXml(one.table)).find((one) => one !== undefined);
  if (unfit !== undefined) return { refusal: unfit };
  const moddle = moddleFor(`"${NEWEST}"`);
  if (moddle === null) throw new Error('There is no newest DMN.');
  const root = newElement(moddle, 'dmn:Definitions', {
    id: 'definitions',
    name: table.name,
    namespace: 'urn:earshot:tables',
    exporter: 'Earshot',
    'xmlns:earshot': OWN_NAMESPACE,
  });
  drawGraph(root, named, withTables(named, given), moddle);
  layOut(root, moddle);
  const { xml } = await moddle.toXML(root, { format: true });
  const lost = named.decisions.flatMap((one) => lostIn(one, named.decisions.length));
  return { xml, issues: [...named.issues, ...lost] };
}

/** What each decision's table takes by name, be it given or decided. */
function withTables(
  { decisions }: NamedGraph,
  given: TypeEnvironment,
): (one: NamedDecision) => readonly string[] {
  const tables = Object.fromEntries(decisions.map(({ table }) => [table.id, table]));
  return ({ table }) => [
    ...new Set([
      ...Object.keys(freeVariables(table, withRequired(table, given, tables))),
      ...Object.keys(table.requires ?? {}),
    ]),
  ];
}

function drawGraph(
  root: XmlElement,
  { decisions, data }: NamedGraph,
  takenBy: (one: NamedDecision) => readonly string[],
  moddle: DmnModdle,
): void {
  const idFor = newXmlIds(root);
  const sources = new Map<string, XmlElement>();
  const drawn = decisions.map((one) => {
    const { name, aliases, table } = one;
    const decision = newElement(moddle, 'dmn:Decision', {
      ...idFor(table.id, 'decision'),
      name,
      ...(name !== table.name && { [OWN_NAME]: table.name }),
      variable: newElement(moddle, 'dmn:InformationItem', { name }),
    });
    const others = aliases.map((alias) => aliasOf(decision, alias, moddle, idFor));
    for (const each of [decision, ...others]) sources.set(normalName(text(each, 'name') ?? ''), each);
    put(root, 'drgElement', [...elements(root, 'drgElement'), ...others, decision]);
    fill(root, decision, one.table, moddle, idFor);
    for (const other of others) typeAlike(other, decision);
    return { one, decision, others };
  });
  for (const given of Object.entries(data))
    sources.set(normalName(given[0]), addData(root, given, moddle, idFor));
  for (const { one, decision, others } of drawn) {
    for (const name of takenBy(one)) {
      const source = sources.get(normalName(name));
      if (source !== undefined && source !== decision) need(decision, source, moddle, idFor);
    }
    for (const other of others) need(other, decision, moddle, idFor);
  }
}

function fill(
  root: XmlElement,
  decision: XmlElement,
  table: DecisionTable,
  moddle: DmnModdle,
  idFor: ReturnType<typeof newXmlIds>,
): void {
  const logic = newElement(moddle, 'dmn:DecisionTable', idFor(`${table.id}-table`, 'table'));
  put(decision, 'decisionLogic', logic);
  const nothing: DecisionTable = { ...table, inputs: [], outputs: [], rows: [], hitPolicy: 'unique' };
  const { aggregation: _, description: __, ...bare } = nothing;
  putTable(root, decision, bare, table, moddle, idFor);
  typeValue(decision, table);
}

/** A decision that comes to the same as another, for those who know that one by this name. */
function aliasOf(
  decision: XmlElement,
  name: string,
  moddle: DmnModdle,
  idFor: ReturnType<typeof newXmlIds>,
): XmlElement {
  const { id } = idFor(`${text(decision, 'id') ?? ''}-${name}`.replace(/[^A-Za-z0-9_.-]+/g, '-'), 'decision');
  return newElement(moddle, 'dmn:Decision', {
    id,
    name,
    variable: newElement(moddle, 'dmn:InformationItem', { name }),
    decisionLogic: newElement(moddle, 'dmn:LiteralExpression', { text: text(decision, 'name') }),
  });
}

function typeAlike(alias: XmlElement, decision: XmlElement): void {
  const variable = element(alias, 'variable');
  if (variable !== undefined) put(variable, 'typeRef', text(element(decision, 'variable'), 'typeRef'));
}

/** A single value has the type of the one output. */
function typeValue(decision: XmlElement, table: DecisionTable): void {
  const policy = policyOf(table);
  const [only, ...others] = elements(element(decision, 'decisionLogic') ?? decision, 'output');
  const variable = element(decision, 'variable');
  if (only === undefined || variable === undefined || others.length > 0) return;
  if (!givesList(policy) && policy !== 'count') put(variable, 'typeRef', text(only, 'typeRef'));
}

/** Of several tables it is told which one loses what. */
function lostIn({ table }: NamedDecision, count: number): readonly TableIssue[] {
  const lost = lostInDmn(table);
  if (count === 1) return lost;
  return lost.map((issue) => ({
    ...issue,
    place: { decision: table.name, ...issue.place },
    message: `“${table.name}”: ${issue.message}`,
  }));
}
