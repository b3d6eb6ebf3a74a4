import type { FlowCoverage, ScenarioCoverage } from '../simulate/coverage.ts';
import { coverageLines, firstLines } from './coverage-lines.ts';

/** So many steps and arrows of a flow are told of that no scenario passes. */
const MOST_TOLD = 30;

/** What of a flow no scenario passes, a line each, after a line for each flow and table that says how much that is. */
export function scenarioCoverageLines({ flows, tables }: ScenarioCoverage): readonly string[] {
  return [
    ...flows.flatMap(flowLines),
    ...tables.flatMap(({ name, coverage }) => [
      `${name}: ${coverage.summary}`,
      ...coverageLines(
        coverage.rows,
        (row) => `row ${row + 1}`,
        (input) => input,
      ),
    ]),
  ];
}

function flowLines({ name, steps, arrows }: FlowCoverage): readonly string[] {
  const left = <T extends { readonly passed: number }>(all: readonly T[]): T[] =>
    all.filter(({ passed }) => passed === 0);
  const counted = (all: readonly { readonly passed: number }[], what: string): string =>
    `${all.length - left(all).length} of ${all.length} ${what}`;
  const lines = [
    ...left(steps).map((step) => `  never come to: “${step.name}”`),
    ...left(arrows).map(
      (arrow) =>
        `  never taken: “${arrow.from}”${arrow.name === '' ? '' : ` (${arrow.name})`} → “${arrow.to}”`,
    ),
  ];
  return [
    `${name}: ${counted(steps, 'steps')} and ${counted(arrows, 'arrows')} are passed.`,
    ...firstLines(lines, MOST_TOLD, (rest) => `  and ${rest} more`),
  ];
}
