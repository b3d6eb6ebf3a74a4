import type { CallActivity } from '../../definitions/flow/call-activity.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Behaviour } from './behaviour.ts';
import { freshId, nextNumber, type Draft } from './draft.ts';
import {
  evaluateMapping,
  linkMapping,
  textsOf,
  withTypes,
  type LinkedMapping,
  type Linker,
} from './linker.ts';
import { missing } from './missing.ts';
import { addScope, setDeclared, withDeclared } from './open-scope.ts';
import { startOf, type FlowPlan, type NodePlan } from './program.ts';
import { facts } from './small-facts.ts';
import { placeOf, type Standing } from './standing.ts';
import type { Waiting } from './state.ts';
import { Task, WAITING, type TaskWork, type TurnOutcome } from './task.ts';
import { noteInputs } from './trace-inputs.ts';
import { NO_VISITS } from './visits.ts';

/** How deep flows may call flows; what goes deeper calls itself without end. */
export const DEEPEST_CALL = 32;

/**
 * Runs the called flow as a scope of its own and waits for its last token. A value skipped to gives those variables
 * here that the output mapping names.
 */
export function linkCallActivity(node: CallActivity, linker: Linker): Behaviour {
  return new CallTask(node, linker);
}

class CallTask extends Task {
  readonly #output: LinkedMapping;

  constructor(node: CallActivity, linker: Linker) {
    super(node, linker, (turnLinker) => linkCall(node, turnLinker));
    const called = linker.flows.get(node.flow);
    this.#output = linkMapping(
      withTypes(linker, { ...called?.types, outcome: { type: 'string' } }),
      node.output,
    );
  }

  ended(draft: Draft, at: Standing, wait: Waiting, variables: JsonObject): void {
    const { outcome = null } = variables;
    const value = evaluateMapping(this.#output, variables, draft.at);
    this.finishTurn(draft, at, wait.place.item, value, { outcome, ...facts(value) });
  }
}

function linkCall(node: CallActivity, linker: Linker): TaskWork {
  const called = linker.flows.get(node.flow);
  if (called === undefined) return missing(linker, 'flow', node.flow);
  const input = linkMapping(linker, node.input);
  const texts = textsOf(input);
  const targets = new Set(Object.keys(node.output));
  return {
    start(draft, at, item, variables) {
      const start = startOf(called);
      if (start === undefined) return noStart(node.flow);
      if (isTooDeep(at)) return tooDeep(node.flow);
      const given = evaluateMapping(input, variables, draft.at);
      if (input.length > 0) noteInputs(draft, facts(given, texts));
      beginCalled(draft, at, item, called, start, given);
      return WAITING;
    },
    assign(_draft, at, value) {
      if (isObject(value)) setDeclared(at.scope, value, targets);
    },
  };
}

function isTooDeep({ scope }: Standing): boolean {
  return scope.id.split('.').length > DEEPEST_CALL;
}

function tooDeep(flow: string): TurnOutcome {
  const message = `Flows call each other more than ${DEEPEST_CALL} deep. Let ${flow} end without calling itself.`;
  return { is: 'failed', kind: 'step budget', failure: { code: 'calls too deep', message } };
}

function noStart(flow: string): TurnOutcome {
  const message = `The flow ${flow} has no start. Draw one and publish.`;
  return { is: 'failed', kind: 'expression failed', failure: { code: 'no start', message } };
}

function beginCalled(
  draft: Draft,
  at: Standing,
  item: number,
  called: FlowPlan,
  start: NodePlan,
  input: JsonObject,
): void {
  const scope = `${at.scope.id}.${nextNumber(draft)}`;
  const variables = withDeclared(called, called.initial, input);
  addScope(draft, scope, called, { caller: at.token, variables, visits: NO_VISITS, outcome: null });
  draft.waits.set(freshId(draft, 'w'), {
    token: at.token,
    place: placeOf(at, item),
    for: 'called flow',
    data: scope,
  });
  const token = freshId(draft, 't');
  draft.tokens.set(token, { scope, node: start.id, visit: 0, split: null, at: 'working', since: draft.at });
  draft.arriving.push({ token, to: start });
}

function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
