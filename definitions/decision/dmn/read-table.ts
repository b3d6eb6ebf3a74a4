import { nearestName } from '../../feel/nearest.ts';
import type { TableIssue } from '../table-issue.ts';
import type { DecisionTable } from '../table.ts';
import { text, type XmlElement } from './element.ts';
import { openDmn, type OpenedDmn } from './open-dmn.ts';
import { tableDecisions, tableName, tableOfDecision } from './table-of-decision.ts';

export interface DmnTableReading {
  readonly table: DecisionTable | null;
  readonly issues: readonly TableIssue[];
}

/**
 * The decision of that name (or id) in a DMN file, or its first that is a table, as a table by itself. What a table
 * cannot say of it is a warning.
 */
export async function readDmnTable(xml: string, wanted?: string): Promise<DmnTableReading> {
  const opened = await openDmn(xml);
  if ('refusal' in opened) return none(unreadable(opened));
  const { root } = opened;
  const all = tableDecisions(root);
  const names = all.map(tableName);
  const chosen = wanted === undefined ? all[0] : wantedOf(all, wanted);
  if (chosen === undefined) return none(notThere(names, wanted));
  const { table, issues } = tableOfDecision(root, chosen);
  if (wanted !== undefined || all.length === 1) return { table, issues };
  const others = names.slice(1, 11).map((name) => `“${name}”`);
  const several: TableIssue = {
    code: 'several tables',
    severity: 'warning',
    place: { decision: table.name },
    message: `The file holds ${all.length} tables; “${table.name}” is read, and not ${others.join(', ')}.`,
    fix: { title: 'Name the one that is meant' },
  };
  return { table, issues: [several, ...issues] };
}

/** The decision that is meant: by its table's name, or else as the file names it. */
export function wantedOf(all: readonly XmlElement[], wanted: string): XmlElement | undefined {
  return (
    all.find((one) => tableName(one) === wanted) ??
    all.find((one) => text(one, 'name') === wanted || text(one, 'id') === wanted)
  );
}

/** Why a file cannot be read. */
export function unreadable(opened: Extract<OpenedDmn, { readonly refusal: string }>): TableIssue {
  const { refusal: message, place = {} } = opened;
  const title = 'Correct it there, or save it again where it was made';
  return { code: 'unreadable file', severity: 'error', place, message, fix: { title } };
}

/** That a file has no such table. */
export function notThere(names: readonly string[], wanted: string | undefined): TableIssue {
  const nearest = wanted === undefined ? undefined : nearestName(wanted, names);
  const has = names.slice(0, 10).map((name) => `“${name}”`);
  return {
    code: 'no table',
    severity: 'error',
    place: {},
    message:
      wanted === undefined || names.length === 0
        ? 'No decision of the file is a table.'
        : `No decision “${wanted}” of the file is a table; ${has.join(', ')} ${names.length === 1 ? 'is' : 'are'}.`,
    fix: { title: nearest === undefined ? 'Name a decision that is one' : `Name “${nearest}”` },
  };
}

function none(issue: TableIssue): DmnTableReading {
  return { table: null, issues: [issue] };
}
