import { analysisFrom, type TableAnalysis } from '../../definitions/decision/analysis/analyse.ts';
import { checkedTable, type TableFinding } from '../../definitions/decision/check-table.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import { askedFirst, looksOf, type AskedFirst, type Looks, type Requirable } from './asked-table.ts';
import { ANY } from './cells.ts';

/** What is wrong with the cells of a table, what it looks at, and what those look at that it goes by. */
export interface Checked extends Looks {
  readonly findings: readonly TableFinding[];
  readonly first: AskedFirst;
}

const NO_OTHERS: Requirable = { tables: {}, types: {} };

export type Analysed = Omit<TableAnalysis, 'problems' | 'steps'>;

/** A table read once: what is wrong with its cells, and on demand what is wrong with its rows together. */
export function examined(
  table: DecisionTable,
  given: TypeEnvironment | undefined,
  others = NO_OTHERS,
): { readonly checked: Checked; analyse(): Analysed } {
  const { findings, types, parts, problems } = checkedTable(table, given);
  return {
    checked: { findings, types, ...looksOf(table, parts), first: askedFirst(table, others) },
    analyse() {
      const { findings: found, complete, howFar } = analysisFrom(table, parts, problems);
      return { findings: found, complete, howFar };
    },
  };
}

/** Which cell: of a row, by the input or output that it belongs to. */
export interface CellColumn {
  readonly kind: 'input' | 'output';
  readonly at: number;
}

/** What is wrong with a text if it stood in a cell of that column, without looking at any other cell. */
export function checkedCell(
  table: DecisionTable,
  given: TypeEnvironment | undefined,
  { kind, at }: CellColumn,
  text: string,
): TableFinding | undefined {
  const when = table.inputs.map((_, i) => (kind === 'input' && i === at ? text : ANY));
  const then = table.outputs.map((_, i) => (kind === 'output' && i === at ? text : ''));
  const { findings } = checkedTable({ ...table, rows: [{ id: 'cell', when, then }] }, given);
  const part = kind === 'input' ? 'when' : 'then';
  const own = findings.filter(({ place }) => place.part === part);
  return own.find(({ severity }) => severity === 'error') ?? own[0];
}
