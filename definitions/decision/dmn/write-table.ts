import type { DmnModdle } from 'dmn-moddle';
import { freeVariables } from '../free-variables.ts';
import { givesList } from '../../feel/link/hit-policy.ts';
import { policyOf } from '../policy.ts';
import type { TableIssue } from '../table-issue.ts';
import type { DecisionTable } from '../table.ts';
import { moddleFor, NEWEST } from './descriptor.ts';
import { element, elements, newElement, put, text, type XmlElement } from './element.ts';
import { openDmn } from './open-dmn.ts';
import { layOut } from './layout.ts';
import { putTable } from './put-table.ts';
import { tableDecisions, tableOfDecision } from './table-of-decision.ts';
import { OWN_NAMESPACE, typeNames } from './type-ref.ts';
import { newXmlIds } from './xml-ids.ts';

export type WrittenDmn =
  { readonly xml: string; readonly issues: readonly TableIssue[] } | { readonly refusal: TableIssue };

/** A table as a DMN 1.5 file of one decision, with its inputs, its types and a plain drawing of them. */
export async function dmnOf(table: DecisionTable): Promise<WrittenDmn> {
  const refusal = unfitForXml(table);
  if (refusal !== undefined) return { refusal };
  const moddle = moddleFor(`"${NEWEST}"`);
  if (moddle === null) throw new Error('There is no newest DMN.');
  const root = newElement(moddle, 'dmn:Definitions', {
    id: 'definitions',
    name: table.name,
    namespace: 'urn:earshot:tables',
    exporter: 'Earshot',
    'xmlns:earshot': OWN_NAMESPACE,
  });
  const decision = newElement(moddle, 'dmn:Decision', {
    ...newXmlIds(root)(table.id, 'decision'),
    name: table.name,
    variable: newElement(moddle, 'dmn:InformationItem', { name: table.name }),
  });
  put(root, 'drgElement', [decision]);
  put(
    decision,
    'decisionLogic',
    newElement(moddle, 'dmn:DecisionTable', newXmlIds(root)(`${table.id}-table`, 'table')),
  );
  const nothing: DecisionTable = { ...table, inputs: [], outputs: [], rows: [], hitPolicy: 'unique' };
  const { aggregation: _, description: __, ...bare } = nothing;
  putTable(root, decision, bare, table, moddle);
  typeValue(decision, table);
  giveInputs(root, decision, table, moddle);
  layOut(root, moddle);
  const { xml } = await moddle.toXML(root, { format: true });
  return { xml, issues: lostOf(table) };
}

/**
 * A DMN file in which one decision, the one of the table's id or else of its name, says what the table says;
 * everything else stays. Null if the file cannot be read, or has no such decision that is a table.
 */
export async function changedDmn(xml: string, table: DecisionTable): Promise<WrittenDmn | null> {
  const refusal = unfitForXml(table);
  let isFound = false;
  const written = await rewrittenDmn(xml, (root, moddle) => {
    const all = tableDecisions(root).map((decision) => ({
      decision,
      was: tableOfDecision(root, decision).table,
    }));
    const found =
      all.find(({ was }) => was.id === table.id) ?? all.find(({ was }) => was.name === table.name);
    if (found === undefined || refusal !== undefined) return;
    isFound = true;
    if (!xml.includes(OWN_NAMESPACE)) put(root, 'xmlns:earshot', OWN_NAMESPACE);
    putTable(root, found.decision, found.was, table, moddle);
    if (JSON.stringify(found.was.inputs) !== JSON.stringify(table.inputs))
      giveInputs(root, found.decision, table, moddle);
  });
  if (refusal !== undefined) return { refusal };
  if (written === null || !isFound) return null;
  const comments: TableIssue[] = xml.includes('<!--')
    ? [{ code: 'lost', severity: 'warning', place: {}, message: 'Comments in the file are not kept.' }]
    : [];
  return { xml: written, issues: [...comments, ...lostOf(table)] };
}

/** A DMN file written again after a change: with all that stood in it, known here or not, but for comments. Null if it is none. */
export async function rewrittenDmn(
  xml: string,
  change: (root: XmlElement, moddle: DmnModdle) => void,
): Promise<string | null> {
  const opened = await openDmn(xml);
  if ('refusal' in opened) return null;
  const { root, moddle } = opened;
  change(root, moddle);
  return (await moddle.toXML(root, { format: true })).xml;
}

/** A single value has the type of the one output. */
function typeValue(decision: XmlElement, table: DecisionTable): void {
  const policy = policyOf(table);
  const [only, ...others] = elements(element(decision, 'decisionLogic') ?? decision, 'output');
  const variable = element(decision, 'variable');
  if (only === undefined || variable === undefined || others.length > 0) return;
  if (!givesList(policy) && policy !== 'count') put(variable, 'typeRef', text(only, 'typeRef'));
}

/** Lets the decision have what its table takes: as data of the file, where there is nothing of that name yet. */
function giveInputs(root: XmlElement, decision: XmlElement, table: DecisionTable, moddle: DmnModdle): void {
  const idFor = newXmlIds(root);
  const types = typeNames(root, moddle);
  const imported = elements(root, 'import').length > 0;
  for (const [name, type] of Object.entries(freeVariables(table))) {
    const known = elements(root, 'drgElement').find((one) => text(one, 'name') === name);
    if (known === decision || (known === undefined && imported)) continue;
    const source = known ?? newData(name, types.clause(type, name).typeRef);
    const isKnowledge =
      source.$type === 'dmn:BusinessKnowledgeModel' || source.$type === 'dmn:DecisionService';
    const href = `#${text(source, 'id') ?? ''}`;
    const property = source.$type === 'dmn:Decision' ? 'requiredDecision' : 'requiredInput';
    const needs = elements(decision, 'informationRequirement');
    const hasIt = needs.some((need) => text(element(need, property), 'href') === href);
    if (isKnowledge || hasIt) continue;
    const need = newElement(moddle, 'dmn:InformationRequirement', {
      ...idFor(`needs-${text(source, 'id') ?? ''}`, 'needs'),
      [property]: newElement(moddle, 'dmn:DMNElementReference', { href }),
    });
    put(decision, 'informationRequirement', [...needs, need]);
  }

  function newData(name: string, typeRef: string): XmlElement {
    const data = newElement(moddle, 'dmn:InputData', {
      id: idFor(`data-${name}`.replace(/[^A-Za-z0-9_.-]+/g, '-'), 'data').id,
      name,
      variable: newElement(moddle, 'dmn:InformationItem', { name, typeRef }),
    });
    put(root, 'drgElement', [...elements(root, 'drgElement'), data]);
    return data;
  }
}

/** What DMN has no word for. */
function lostOf(table: DecisionTable): TableIssue[] {
  const lost = (message: string, place: TableIssue['place'] = {}): TableIssue => ({
    code: 'lost',
    severity: 'warning',
    place,
    message,
  });
  const issues = [...table.inputs, ...table.outputs].flatMap(({ id, name, type }) =>
    type.type === 'string' && type.allowed?.length === 0
      ? [
          lost(`“${name}” allows no value at all, which DMN cannot say; any text is allowed there.`, {
            column: id,
          }),
        ]
      : [],
  );
  if (givesList(policyOf(table)) && table.outputs.every((output) => output.default === undefined))
    issues.push(lost('If no row hits, DMN knows no value, where this table has an empty list.'));
  return issues;
}

const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

function unfitForXml(table: DecisionTable): TableIssue | undefined {
  const row = table.rows.find(({ id, when, then, annotation = '' }) =>
    [id, ...when, ...then, annotation].some((text) => UNFIT.test(text)),
  );
  const { rows: _, ...head } = table;
  const isHeadUnfit = strings(head).some((text) => UNFIT.test(text));
  if (row === undefined && !isHeadUnfit) return undefined;
  return {
    code: 'bad cell',
    severity: 'error',
    place: row === undefined ? {} : { row: row.id },
    message: 'A text holds a character that XML has none for, so that it cannot stand in a DMN file.',
    fix: { title: 'Take the character out; it is most likely invisible' },
  };
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...strings(member)]);
}
