import { BOUNDS } from '../../flow/bounds.ts';
import type { TableIssue } from '../table-issue.ts';
import { DecisionTableSchema } from '../table.schema.ts';
import type { DecisionTable } from '../table.ts';
import { element, elements, text, type XmlElement } from './element.ts';
import { openDmn } from './open-dmn.ts';
import { notThere, unreadable, wantedOf } from './read-table.ts';
import { graphOfTables } from './tables-in-graph.ts';
import { tableDecisions, tableName, tableOfDecision } from './table-of-decision.ts';

/** A table of a file, and what is wrong with it; with an error it is not whole. */
export interface TakenTables {
  readonly table: DecisionTable;
  /** Tables that it requires, and those that they require: each once, under an id of its own among them. */
  readonly required: readonly DecisionTable[];
  readonly issues: readonly TableIssue[];
}

export interface DmnGraphReading {
  /** The decisions of the file that are tables. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Id of the one that was read. Null: there is none, for what `issues` say. */
  readonly chosen: string | null;
  /** By itself: what it requires must be given. */
  readonly alone: TakenTables | null;
  /** With the tables that it requires; null if it requires none. */
  readonly together: TakenTables | null;
  /** Why nothing can be read. */
  readonly issues: readonly TableIssue[];
}

/**
 * Reads a decision of a DMN file that is a table, by itself and with the tables that it requires. Without a wish it is
 * the first that no other decision requires. What tables cannot say is told with its decision's name.
 */
export async function readDmnGraph(xml: string, wanted?: string): Promise<DmnGraphReading> {
  const opened = await openDmn(xml);
  if ('refusal' in opened) return none([], unreadable(opened));
  const { root } = opened;
  const all = tableDecisions(root);
  const choices = all.map((one) => ({ id: idOf(one), name: tableName(one) }));
  const chosen = wanted === undefined ? topOf(root, all) : wantedOf(all, wanted);
  if (chosen === undefined)
    return none(
      choices,
      notThere(
        choices.map(({ name }) => name),
        wanted,
      ),
    );
  const passedOver = opened.passedOver.map(({ message, place }): TableIssue => ({
    code: 'ill-formed',
    severity: 'warning',
    place,
    message,
  }));
  const alone = tableOfDecision(root, chosen);
  const { tables, decisions, issues, isRequiring } = graphOfTables(root, chosen);
  const [table = alone.table, ...required] = tables;
  const taken = (one: TakenTables, come: ReadonlySet<XmlElement>): TakenTables => ({
    ...one,
    issues: [
      ...passedOver,
      ...[one.table, ...one.required].flatMap(unholdable),
      ...one.issues,
      ...leftOut(all.filter((decision) => !come.has(decision))),
    ],
  });
  // Where no table comes along, it is told more exactly why.
  const told = isRequiring ? alone.issues : issues;
  return {
    choices,
    chosen: idOf(chosen),
    alone: taken({ table: alone.table, required: [], issues: told }, new Set([chosen])),
    together: isRequiring ? taken({ table, required, issues }, decisions) : null,
    issues: [],
  };
}

function none(choices: DmnGraphReading['choices'], issue: TableIssue): DmnGraphReading {
  return { choices, chosen: null, alone: null, together: null, issues: [issue] };
}

function idOf(decision: XmlElement): string {
  return text(decision, 'id') ?? tableName(decision);
}

/** The first that no other decision requires. */
function topOf(root: XmlElement, all: readonly XmlElement[]): XmlElement | undefined {
  const required = new Set(
    elements(root, 'drgElement').flatMap((one) =>
      elements(one, 'informationRequirement').map((need) => text(element(need, 'requiredDecision'), 'href')),
    ),
  );
  return all.find((one) => !required.has(`#${text(one, 'id') ?? ''}`)) ?? all[0];
}

/** What of a table is more than one may hold here. */
function unholdable(table: DecisionTable): TableIssue[] {
  const checked = DecisionTableSchema.safeParse(table);
  if (checked.success) return [];
  const told = new Set(checked.error.issues.map(({ message }) => message));
  return [...told].map((said): TableIssue => {
    const message = `“${table.name.slice(0, BOUNDS.nameCharacters)}” cannot be held here: ${said}.`;
    return { code: 'ill-formed', severity: 'error', place: { decision: table.name }, message };
  });
}

const MOST_NAMES = 10;

/** Tables of the file that do not come in. */
function leftOut(decisions: readonly XmlElement[]): TableIssue[] {
  const names = decisions.map((one) => `“${tableName(one)}”`);
  if (names.length === 0) return [];
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  const message = `Other tables of the file do not come in: ${names.slice(0, MOST_NAMES).join(', ')}${more}.`;
  return [{ code: 'several tables', severity: 'warning', place: {}, message }];
}
