import { coverageOf, type TableCoverage } from '../../definitions/decision/analysis/coverage.ts';
import { givenTo } from '../../definitions/decision/check-table.ts';
import { compileTable } from '../../definitions/decision/compile.ts';
import type { TableFilePlace } from '../../definitions/decision/table-issue.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { ReadTable } from '../tables/table-file.ts';
import { coverageLines, firstLines } from './coverage-lines.ts';
import { inputListIn, momentOf } from './decision-inputs.ts';
import { tableIssueLine } from './table-issue-line.ts';
import { inBrackets, rowNames, usableTables } from './usable-tables.ts';

export interface CoverOptions {
  readonly inputs: string;
  readonly at?: string;
  readonly json?: true;
}

/** What inputs exercised of one table, what is wrong with its cells, and what values did not fit. */
interface CoveredTable {
  readonly table: string;
  readonly coverage: TableCoverage;
  readonly problems: readonly { readonly message: string; readonly place: TableFilePlace }[];
  readonly warnings: readonly string[];
}

/** So many errors and so many notes are told of each table. */
const MOST_TOLD = 10;

/** Prints which rows and conditions of a file's tables a list of inputs exercised; exit code 1 if a cell has an error. */
export async function runCover(file: string, { inputs, at, json }: CoverOptions): Promise<void> {
  const now = momentOf(at);
  const { tables, issues } = await usableTables(file);
  const typed = tables.map((read) => ({ read, types: givenTo(read.table) }));
  const known = typed.flatMap(({ types }) => Object.keys(types));
  const given = inputListIn(inputs, [...new Set(known)]);
  const covered = typed.map(({ read, types }) => ({ read, ...coveredBy(given, now, read, types) }));
  process.stdout.write(
    json === true
      ? `${JSON.stringify({ issues, tables: covered.map(({ read: _, ...one }) => one) })}\n`
      : [
          ...issues.map((issue) => tableIssueLine(file, issue)),
          ...covered.flatMap(({ read, ...one }) => linesOf(one, read).map((line) => `${line}\n`)),
        ].join(''),
  );
  if (covered.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
}

function coveredBy(
  given: readonly JsonObject[],
  now: number,
  { table, placesOf }: ReadTable,
  types: ReturnType<typeof givenTo>,
): CoveredTable {
  const problems = compileTable(table, types).problems.filter(({ severity }) => severity === 'error');
  const places = placesOf(problems);
  const warnings = new Set<string>();
  const coverage = coverageOf(
    table,
    types,
    given.map((scope) => ({ scope, now })),
    (warning, input) => void warnings.add(`${warning.replace(/\.$/, '')} (input ${input + 1}).`),
  );
  return {
    table: table.name,
    coverage,
    problems: problems.map(({ message }, i) => ({ message, place: places[i] ?? {} })),
    warnings: [...warnings],
  };
}

function linesOf(
  { table: name, coverage: { summary, rows }, problems, warnings }: CoveredTable,
  read: ReadTable,
): string[] {
  const names = new Map(read.table.inputs.map((input) => [input.id, input.name]));
  const errors = problems.map(({ message, place }) => `error${inBrackets(place)}: ${message}`);
  return [
    `${name}: ${summary}`,
    ...coverageLines(rows, rowNames(read), (input) => names.get(input) ?? input),
    ...firstLines(errors, MOST_TOLD, (rest) => `and ${rest} more errors`),
    ...firstLines(
      warnings.map((warning) => `note: ${warning}`),
      MOST_TOLD,
      (rest) => `and ${rest} more notes`,
    ),
  ];
}
