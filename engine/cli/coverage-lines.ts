import type { ClauseCoverage, RowCoverage } from '../../definitions/decision/analysis/coverage.ts';
import { andList } from '../../definitions/decision/analysis/words.ts';

/** So many rows are told of, those that were never hit first. */
const MOST_ROWS = 20;

/** What of a table's rows no input has tried, a line each; `nameOf` says what a row is called. */
export function coverageLines(
  rows: readonly RowCoverage[],
  nameOf: (row: number) => string,
  inputName: (input: string) => string,
): readonly string[] {
  const lacking = rows
    .map((row, place) => ({ place, isHit: row.fitted > 0, lacks: lacksOf(row, inputName) }))
    .filter(({ lacks }) => lacks.length > 0);
  const told = [...lacking.filter(({ isHit }) => !isHit), ...lacking.filter(({ isHit }) => isHit)];
  return firstLines(
    told.map(({ place, lacks }) => `  ${nameOf(place)}: ${lacks.join('; ')}`),
    MOST_ROWS,
    (rest) => `  and ${rest === 1 ? 'one more row that is' : `${rest} more rows that are`} not covered`,
  );
}

/** The first of many lines, and one that says how many are left out. */
export function firstLines(
  lines: readonly string[],
  most: number,
  leftOut: (rest: number) => string,
): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), leftOut(lines.length - most)];
}

/** What was never seen of a row. */
function lacksOf({ asked, fitted, clauses }: RowCoverage, inputName: (input: string) => string): string[] {
  if (asked === 0) return ['never asked'];
  const asking = clauses.filter(({ isAny }) => !isAny);
  const listed = (what: string, found: readonly ClauseCoverage[]): string[] => {
    const cells = found.map(({ input, test }) => `“${inputName(input)}” ${test}`);
    return cells.length === 0 ? [] : [`${what} ${andList(cells)}`];
  };
  return [
    ...(fitted === 0 ? ['never hit'] : []),
    ...listed(
      'never seen to pass:',
      asking.filter(({ passed, failed }) => passed === 0 && failed > 0),
    ),
    ...listed(
      'never seen to fail:',
      asking.filter(({ passed, failed }) => passed > 0 && failed === 0),
    ),
    ...listed(
      'never reached:',
      asking.filter(({ passed, failed }) => passed === 0 && failed === 0),
    ),
  ];
}
