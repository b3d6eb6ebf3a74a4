import type { DmnModdle } from 'dmn-moddle';
import { freeVariables } from '../free-variables.ts';
import { lostRequirements } from '../lost-requirements.ts';
import { withRequired } from '../requirements.ts';
import type { TableIssue } from '../table-issue.ts';
import type { DecisionTable } from '../table.ts';
import { elements, put, text, type XmlElement } from './element.ts';
import { giveInputs } from './give-inputs.ts';
import { lostInDmn, unfitForXml } from './lost-in-dmn.ts';
import { openDmn } from './open-dmn.ts';
import { putTable } from './put-table.ts';
import { tableDecisions, tableOfDecision } from './table-of-decision.ts';
import { OWN_NAMESPACE } from './type-ref.ts';

export type WrittenDmn =
  { readonly xml: string; readonly issues: readonly TableIssue[] } | { readonly refusal: TableIssue };

/**
 * A DMN file in which one decision, the one of the table's id or else of its name, says what the table says;
 * everything else stays. Null if the file cannot be read, or has no such decision that is a table.
 */
export async function changedDmn(xml: string, table: DecisionTable): Promise<WrittenDmn | null> {
  const refusal = unfitForXml(table);
  let isFound = false;
  const lost: TableIssue[] = [];
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
      giveInputs(root, found.decision, freeVariables(table, withRequired(table, {}, {})), moddle);
    lost.push(...lostRequirements({ requires: undecided(root, table) }));
  });
  if (refusal !== undefined) return { refusal };
  if (written === null || !isFound) return null;
  const comments: TableIssue[] = xml.includes('<!--')
    ? [{ code: 'lost', severity: 'warning', place: {}, message: 'Comments in the file are not kept.' }]
    : [];
  return { xml: written, issues: [...comments, ...lostInDmn(table), ...lost] };
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

/** What a table requires that no decision of the file decides. */
function undecided(root: XmlElement, { requires = {} }: DecisionTable): Record<string, string> {
  const decided = new Set(
    elements(root, 'drgElement').flatMap((one) =>
      one.$type === 'dmn:Decision' ? (text(one, 'name') ?? []) : [],
    ),
  );
  return Object.fromEntries(Object.entries(requires).filter(([name]) => !decided.has(name)));
}
