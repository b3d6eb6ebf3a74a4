import { runsLocally, type ActivityContract } from '../../definitions/activity/contract.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { ServiceTask } from '../../definitions/flow/service-task.ts';
import type { RetryPolicy, TimeLimits } from '../../definitions/flow/task.ts';
import type { Behaviour } from './behaviour.ts';
import { freshId, type Draft } from './draft.ts';
import { evaluateMapping, linkMapping, textsOf, type LinkedMapping, type Linker } from './linker.ts';
import { missing } from './missing.ts';
import { setVariable } from './open-scope.ts';
import { facts } from './small-facts.ts';
import { placeOf, type Standing } from './standing.ts';
import { Task, WAITING, type TaskWork, type TurnOutcome } from './task.ts';
import { noteInputs } from './trace-inputs.ts';

/** Asks the host to run the activity. Retries and limits as drawn lie over those of its contract. */
export function linkServiceTask(node: ServiceTask, linker: Linker): Behaviour {
  return new Task(node, linker, (turnLinker) => {
    const contract = linker.revision.activities[node.activity];
    if (contract === undefined) return missing(linker, 'activity', node.activity);
    return new ActivityWork(node, contract, linkMapping(turnLinker, node.input));
  });
}

class ActivityWork implements TaskWork {
  readonly #activity: string;
  readonly #result: string | undefined;
  readonly #input: LinkedMapping;
  readonly #texts: ReadonlySet<string>;
  readonly #retry: Required<RetryPolicy>;
  readonly #limits: Required<TimeLimits>;
  readonly #local: boolean;

  constructor(node: ServiceTask, contract: ActivityContract, input: LinkedMapping) {
    this.#activity = node.activity;
    this.#result = node.result;
    this.#input = input;
    this.#texts = textsOf(input);
    this.#retry = { ...contract.retry, ...node.retry };
    this.#limits = { ...contract.limits, ...node.limits };
    this.#local = runsLocally({ ...contract, limits: this.#limits });
  }

  start(draft: Draft, at: Standing, item: number, variables: JsonObject): TurnOutcome {
    const id = freshId(draft, 'w');
    const place = placeOf(at, item);
    const input = evaluateMapping(this.#input, variables, draft.at);
    if (this.#input.length > 0) noteInputs(draft, facts(input, this.#texts));
    draft.waits.set(id, { token: at.token, place, for: 'activity' });
    draft.commands.push({
      type: 'startActivity',
      id,
      place,
      activity: this.#activity,
      input,
      retry: this.#retry,
      limits: this.#limits,
      local: this.#local,
    });
    return WAITING;
  }

  assign(_draft: Draft, at: Standing, value: Json): void {
    if (this.#result !== undefined) setVariable(at.scope, this.#result, value);
  }
}
