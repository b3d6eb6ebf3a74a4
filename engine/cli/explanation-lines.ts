import type { ClauseExplanation, RowExplanation } from '../../definitions/decision/explain.ts';

/** So many rows that did not hit are told of in words, those that missed by the least first. */
const MOST_MISSED = 10;

/** Why rows of a table hit or did not, a line each; `nameOf` says how a row is called. */
export function explanationLines(
  rows: readonly RowExplanation[],
  nameOf: (row: string, place: number) => string,
  inputName: (input: string) => string,
): string[] {
  const named = rows.map((row, place) => ({ ...row, name: nameOf(row.row, place) }));
  const hits = named.filter(({ hit }) => hit);
  const missed = named
    .filter(({ hit }) => !hit)
    .map((row) => ({ ...row, failed: row.clauses.filter(({ matched }) => !matched) }))
    .sort((a, b) => a.failed.length - b.failed.length);
  const told = missed.slice(0, MOST_MISSED);
  const rest = missed.length - told.length;
  return [
    ...hits.map(({ name, counted }) => `  ${name} hits${counted ? '' : ', but does not count'}`),
    ...told.map(({ name, failed }) => `  ${name} does not hit: ${failed.map(missing).join('; ')}`),
    ...(rest === 0 ? [] : [`  nor ${rest === 1 ? 'does one other row' : `do ${rest} other rows`}`]),
  ];

  function missing({ input, value, wouldMatch }: ClauseExplanation): string {
    return `${inputName(input)} is ${JSON.stringify(value)}, wanted is ${wouldMatch?.words ?? 'something else'}`;
  }
}
