import { assembleRevision } from '../../definitions/flow/publish.ts';
import { link } from '../interpreter/link.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import { checkScenario } from '../simulate/check-scenario.ts';
import type { Difference } from '../simulate/check-scenario.ts';
import { readScenario } from '../../definitions/scenario/scenario.schema.ts';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import { scenarioCoverage, type ScenarioCoverage } from '../simulate/coverage.ts';
import type { SimulationResult } from '../simulate/result.ts';
import { spokenTime } from '../simulate/spoken-time.ts';
import { activityContracts } from './activity-contracts.ts';
import { CallerProblem } from './caller-problem.ts';
import { readDrawing, readJson } from './read-drawing.ts';
import { scenarioCoverageLines } from './scenario-coverage-lines.ts';

export interface SimulateOptions {
  /** Files; absent: the scenarios that stand with the flow. */
  readonly scenario?: readonly string[];
  readonly coverage?: true;
  readonly json?: true;
}

/**
 * Prints what came of scenarios, as sentences or as JSON: each result without its state, and the differences. Asked for
 * coverage, it also tells what of the flow they pass, and what none of them does.
 */
export async function runSimulation(
  name: string,
  { scenario: files, coverage, json }: SimulateOptions,
): Promise<void> {
  const { flow, scenarios: beside, ...parts } = await readDrawing(name);
  const scenarios = files === undefined ? Object.values(beside) : files.map(scenarioIn);
  if (scenarios.length === 0)
    throw new CallerProblem('no file', `No scenario stands with ${flow.name}`, 'name one with --scenario');
  const { activities } = await activityContracts({ flow, scenarios: beside, ...parts }, process.env);
  const assembly = assembleRevision(flow, { ...parts, activities }, SEMANTICS);
  if ('issues' in assembly) {
    const errors = assembly.issues.filter((issue) => issue.severity === 'error');
    throw new CallerProblem(
      'wrong flow',
      `${flow.name} cannot be tried (${errors[0]?.message.replace(/\.$/, '')})`,
      `see \`earshot check ${name}\``,
    );
  }
  const program = link(assembly.revision);
  const told = scenarios.map((scenario) => ({ scenario, ...checkScenario(program, scenario) }));
  const covered = coverage === true ? scenarioCoverage(program, scenarios) : undefined;
  process.stdout.write(
    json === true
      ? `${JSON.stringify(asJson(told, covered, files?.length === 1))}\n`
      : [
          ...told.map(({ scenario, result, differences }) => sentences(scenario, result, differences)),
          ...(covered === undefined ? [] : scenarioCoverageLines(covered).map((line) => `${line}\n`)),
        ].join(''),
  );
  const isWrong = told.some(
    ({ scenario, result, differences }) =>
      differences.length > 0 || (scenario.expect?.status === undefined && result.findings.length > 0),
  );
  if (isWrong) process.exitCode = 1;
}

type Told = ReturnType<typeof checkScenario> & { readonly scenario: Scenario };

/** One scenario that was named is told by itself, several under `scenarios`. */
function asJson(told: readonly Told[], coverage: ScenarioCoverage | undefined, isOne: boolean): object {
  const each = told.map(({ scenario, result: { state: _state, ...shown }, differences }) => ({
    scenario: scenario.name,
    ...shown,
    differences,
  }));
  return { ...(isOne ? each[0] : { scenarios: each }), ...(coverage && { coverage }) };
}

function scenarioIn(file: string): Scenario {
  const reading = readScenario(readJson(file));
  if ('scenario' in reading) return reading.scenario;
  const [issue] = reading.issues;
  throw new CallerProblem(
    'ill-formed',
    `${file} is no scenario (${issue?.field || 'the whole'}: ${issue?.reason})`,
    'correct it',
  );
}

function sentences(scenario: Scenario, result: SimulationResult, differences: readonly Difference[]): string {
  const lines = [
    `${scenario.name}: ${result.status}${result.outcome === null ? '' : ` with “${result.outcome}”`} after ${spokenTime(result.virtualMs)}`,
    `way: ${result.path.join(' → ')}`,
    ...result.findings.map((finding) => `open: ${finding.message}`),
    ...differences
      .filter(({ what }) => what !== 'finding')
      .map(
        ({ what, name, expected, found }) =>
          `otherwise: ${what}${name === undefined ? '' : ` ${name}`} should be ${JSON.stringify(expected)}, is ${JSON.stringify(found)}`,
      ),
  ];
  return `${lines.join('\n')}\n`;
}
