import { freeVariables } from '../../../definitions/decision/free-variables.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';

/** An information requirement of DMN: what stands at `to` goes by what stands at `from`. */
export interface RequirementLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Of a table that goes by another: the name by which it knows what that one comes to; null: it looks at a value. */
  readonly name: string | null;
}

/** A decision requirements graph (DMN 1.5 §6): decisions, values that are given, and who goes by what. */
export interface RequiredGraph {
  readonly decisions: readonly { readonly id: string; readonly table: DecisionTable }[];
  readonly data: readonly { readonly id: string; readonly name: string }[];
  readonly lines: readonly RequirementLine[];
}

/** How the tables of a draft go by each other, and some of them by which values. Ids are those of the drawing. */
export function requiredGraph(
  tables: DraftContent['tables'],
  isDetailed: (table: DecisionTable) => boolean,
): RequiredGraph {
  const data = new Set<string>();
  const lines: RequirementLine[] = [];
  for (const table of Object.values(tables)) {
    const requires = table.requires ?? {};
    const to = `table ${table.id}`;
    for (const [name, id] of Object.entries(requires)) {
      if (Object.hasOwn(tables, id)) lines.push({ id: `${to} by ${name}`, from: `table ${id}`, to, name });
    }
    for (const name of isDetailed(table) ? Object.keys(freeVariables(table)) : []) {
      if (Object.hasOwn(requires, name)) continue;
      data.add(name);
      lines.push({ id: `${to} at ${name}`, from: `value ${name}`, to, name: null });
    }
  }
  return {
    decisions: Object.values(tables).map((table) => ({ id: `table ${table.id}`, table })),
    data: [...data].map((name) => ({ id: `value ${name}`, name })),
    lines,
  };
}
