import { text } from '../../definitions/decision/dmn/element.ts';
import { openDmn } from '../../definitions/decision/dmn/open-dmn.ts';
import { readDmnTable } from '../../definitions/decision/dmn/read-table.ts';
import { tableDecisions } from '../../definitions/decision/dmn/table-of-decision.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { ReadTable, TableFile } from './table-file.ts';

/** The decisions of a DMN file that are tables, or the one that is wanted. */
export async function dmnTables(
  xml: string,
  wanted: string | undefined,
): Promise<Pick<TableFile, 'tables' | 'issues'>> {
  const opened = await openDmn(xml);
  const names =
    wanted !== undefined || 'refusal' in opened
      ? [wanted]
      : tableDecisions(opened.root).map((one) => text(one, 'id') ?? text(one, 'name'));
  const read = await Promise.all(names.map((name) => readDmnTable(xml, name)));
  const issues = read.flatMap((one) => one.issues);
  return {
    tables: read.flatMap(({ table }) => (table === null ? [] : [{ table, placesOf: dmnPlaces(xml, table) }])),
    issues,
  };
}

/** By the lines on which the elements of these ids begin. */
function dmnPlaces(xml: string, { id, name }: DecisionTable): ReadTable['placesOf'] {
  const lines = new Map<string, number>();
  xml.split('\n').forEach((line, i) => {
    for (const [, found = ''] of line.matchAll(/\sid\s*=\s*["']([^"']*)["']/g)) lines.set(found, i + 1);
  });
  return (places) =>
    places.map(({ row, column }) => {
      const line = lines.get(row ?? column ?? id) ?? lines.get(id);
      return { ...(line !== undefined && { line }), decision: name };
    });
}
