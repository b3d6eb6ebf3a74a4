import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { Command } from './in-flow.ts';

/** A table of the draft as it is to be, for all steps that decide by it. */
export function changeTable(table: DecisionTable): Command {
  return (content) => ({ ...content, tables: { ...content.tables, [table.id]: table } });
}
