import { assembleRevision } from '../../definitions/flow/publish.ts';
import { link } from '../interpreter/link.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import { checkScenario } from '../simulate/check-scenario.ts';
import type { Difference } from '../simulate/check-scenario.ts';
import { readScenario } from '../simulate/scenario.schema.ts';
import type { Scenario } from '../simulate/scenario.ts';
import type { SimulationResult } from '../simulate/simulate.ts';
import { activityContracts } from './activity-contracts.ts';
import { CallerProblem } from './caller-problem.ts';
import { readDrawing, readJson } from './read-drawing.ts';

/** Prints what came of a scenario, as sentences or as JSON: the result without its state, and the differences. */
export async function runSimulation(name: string, scenarioFile: string, json: boolean): Promise<void> {
  const { flow, ...parts } = readDrawing(name);
  const scenario = scenarioIn(scenarioFile);
  const { activities } = await activityContracts({ flow, ...parts }, process.env);
  const assembly = assembleRevision(flow, { ...parts, activities }, SEMANTICS);
  if ('issues' in assembly) {
    const errors = assembly.issues.filter((issue) => issue.severity === 'error');
    throw new CallerProblem(
      'wrong flow',
      `${flow.name} cannot be tried (${errors[0]?.message.replace(/\.$/, '')})`,
      `see \`earshot check ${name}\``,
    );
  }
  const { result, differences } = checkScenario(link(assembly.revision), scenario);
  const { state: _state, ...shown } = result;
  if (json) process.stdout.write(`${JSON.stringify({ scenario: scenario.name, ...shown, differences })}\n`);
  else process.stdout.write(sentences(scenario, result, differences));
  const leftOpen = scenario.expect?.status === undefined && result.findings.length > 0;
  if (differences.length > 0 || leftOpen) process.exitCode = 1;
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

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

function sentences(scenario: Scenario, result: SimulationResult, differences: readonly Difference[]): string {
  const lines = [
    `${scenario.name}: ${result.status}${result.outcome === null ? '' : ` with “${result.outcome}”`} after ${spoken(result.virtualMs)}`,
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

function spoken(ms: number): string {
  const parts = [
    [Math.floor(ms / DAY_MS), 'd'],
    [Math.floor((ms % DAY_MS) / HOUR_MS), 'h'],
    [Math.floor((ms % HOUR_MS) / MINUTE_MS), 'min'],
    [Math.round((ms % MINUTE_MS) / 1000), 's'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.length > 0 ? said.join(' ') : 'no time';
}
