import type { Issue, Place } from '../../definitions/check/issue.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Scenario, SimulationStatus } from '../../definitions/scenario/scenario.ts';
import { readDuration } from '../interpreter/instant.ts';
import { differencesOf, type Difference } from './check-scenario.ts';
import type { SimulationResult } from './result.ts';
import { spokenTime } from './spoken-time.ts';

type Drawn = Pick<Revision, 'flow' | 'called'>;

/** What came out otherwise than a scenario expects, in sentences for its author that call steps by their names. */
export function scenarioIssues(
  drawn: Drawn,
  id: string,
  scenario: Scenario,
  result: SimulationResult,
): readonly Issue[] {
  return toldDifferences(drawn, scenario, result).map(({ sentence, step }): Issue => ({
    code: 'scenario differs',
    severity: 'error',
    place: step === undefined ? { flow: drawn.flow.id, scenario: id } : { ...step, scenario: id },
    message: `“${scenario.name}”: ${sentence}`,
  }));
}

/** The same sentences by themselves, each with the step that it is about, if it is about one. */
export function toldDifferences(
  drawn: Drawn,
  scenario: Scenario,
  result: SimulationResult,
): readonly { readonly sentence: string; readonly step?: Place }[] {
  return differencesOf(result, scenario).map((difference) => {
    const step = stepOf(drawn, difference);
    return {
      sentence: sentence(drawn, difference, result),
      ...(step !== undefined && { step: step.place }),
    };
  });
}

/** That nobody knows how a scenario comes out: there was no time left to run it to its end. */
export function notRun(drawn: Drawn, id: string, scenario: Scenario, budgetMs: number): Issue {
  return {
    code: 'scenario not run',
    severity: 'error',
    place: { flow: drawn.flow.id, scenario: id },
    message: `“${scenario.name}” was not run to its end: all scenarios together had ${spokenTime(budgetMs)}.`,
  };
}

const STATUS: Record<SimulationStatus, string> = {
  ended: 'have ended',
  cancelled: 'be cancelled',
  waiting: 'still wait for something that does not come',
  stuck: 'be stuck',
  unanswered: 'lack an answer',
  unfinished: 'not have ended in the time that is watched',
};
const FOUND: Record<SimulationStatus, string> = {
  ended: 'has ended',
  cancelled: 'is cancelled',
  waiting: 'still waits for something that does not come',
  stuck: 'is stuck',
  unanswered: 'lacks an answer',
  unfinished: 'has not ended in the time that is watched',
};

function sentence(
  drawn: Drawn,
  { what, name = '', expected, found }: Difference,
  result: SimulationResult,
): string {
  const called = (node: string): string => `“${stepNamed(drawn, node)?.name ?? node}”`;
  switch (what) {
    case 'status': {
      const last = result.path.at(-1);
      const where = last === undefined ? '' : `; the last step it came to is ${called(last)}`;
      return `it should ${inWords(STATUS, expected)} and ${inWords(FOUND, found)}${where}.`;
    }
    case 'outcome':
      return `it should end ${withOutcome(expected)} and ends ${withOutcome(found)}.`;
    case 'path': {
      if (!Array.isArray(expected)) return `it should never come to ${called(name)} and does.`;
      const before: Json | undefined = expected[expected.indexOf(name) - 1];
      return typeof before === 'string'
        ? `after ${called(before)} it should come to ${called(name)} and does not.`
        : `it should come to ${called(name)} and does not.`;
    }
    case 'virtual time': {
      const wanted = typeof expected === 'string' ? (readDuration(expected) ?? 0) : 0;
      return `it should take ${spokenTime(wanted)} and takes ${spokenTime(result.virtualMs)}.`;
    }
    case 'variable':
      return `“${name}” should be ${JSON.stringify(expected)} in the end and is ${JSON.stringify(found)}.`;
    case 'finding':
      return foundSentence(result, found, called);
  }
}

/** What a scenario leaves open, by the name of the step. */
function foundSentence(
  { findings }: SimulationResult,
  found: Json,
  called: (node: string) => string,
): string {
  const finding = findings.find(({ message }) => message === found);
  const node = finding?.place?.node;
  if (node === undefined) return String(found);
  return finding?.code === 'no task answer'
    ? `it does not say who answers ${called(node)}.`
    : `it does not say what comes of ${called(node)}.`;
}

function inWords(words: { readonly [status: string]: string }, status: Json): string {
  return typeof status === 'string' ? (words[status] ?? status) : '';
}

function withOutcome(outcome: Json): string {
  return outcome === null ? 'without a result' : `with “${String(outcome)}”`;
}

function stepOf(
  drawn: Drawn,
  { what, name }: Difference,
): { readonly place: Place; readonly node: FlowNode } | undefined {
  if (what !== 'path' || name === undefined) return undefined;
  for (const flow of [drawn.flow, ...Object.values(drawn.called)]) {
    const node = flow.nodes.find(({ id }) => id === name);
    if (node !== undefined) return { place: { flow: flow.id, node: node.id }, node };
  }
  return undefined;
}

function stepNamed(drawn: Drawn, name: string): FlowNode | undefined {
  return stepOf(drawn, { what: 'path', name, expected: null, found: null })?.node;
}
