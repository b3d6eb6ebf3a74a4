import type { EventArm, EventBasedGateway } from '../../definitions/flow/event-based-gateway.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Behaviour } from './behaviour.ts';
import { cancelWork } from './cancel.ts';
import { freshId, type Draft } from './draft.ts';
import { linkWait, type Due } from './due.ts';
import type { Failure, Instant } from './event.ts';
import { raiseIncident } from './incident.ts';
import type { Linker } from './linker.ts';
import { leave } from './move.ts';
import { setVariable } from './open-scope.ts';
import type { Standing } from './standing.ts';
import { dropStaleAnswers, takeUnread } from './unread.ts';

type MessageArm = Extract<EventArm, { on: 'message' }>;
type LinkedArm = MessageArm | { readonly on: 'time'; readonly port: string; readonly due: Due };

/** Arms race: the first message or time limit takes the token, and the others are given up. */
export function linkEventBasedGateway(node: EventBasedGateway, linker: Linker): Behaviour {
  const arms = node.arms.map((arm): LinkedArm =>
    arm.on === 'message' ? arm : { on: 'time', port: arm.port, due: linkWait(linker, arm.wait) },
  );
  return {
    ports: arms.map(({ port }) => port),
    begin(draft, at) {
      for (const arm of arms) if (arm.on === 'message' && takenAtOnce(draft, at, arm)) return;
      const failure = setArms(draft, at, arms);
      if (failure !== null) raiseIncident(draft, at, 0, 'node', { kind: 'expression failed', failure });
    },
    timer(draft, at, wait) {
      cancelWork(draft, at.token);
      leave(draft, at, wait.port ?? 'out');
    },
    message(draft, at, wait, { facts, n }) {
      const arm = arms.find(({ port }) => port === wait.port);
      if (arm?.on === 'message') take(draft, at, arm, facts, n);
    },
    skip(draft, at, _value, port) {
      cancelWork(draft, at.token);
      leave(draft, at, port, { skipped: true });
    },
  };
}

function takenAtOnce(draft: Draft, at: Standing, arm: MessageArm): boolean {
  if (arm.accept === 'new') return false;
  const message = takeUnread(draft, arm.message);
  if (message === undefined) return false;
  take(draft, at, arm, message.facts, message.n);
  return true;
}

function take(draft: Draft, at: Standing, arm: MessageArm, facts: JsonObject, n: number): void {
  dropStaleAnswers(draft, arm.message, n);
  cancelWork(draft, at.token);
  if (arm.result !== undefined) setVariable(at.scope, arm.result, facts);
  leave(draft, at, arm.port);
}

/** Sets every arm, or none when one of the limits fails or nothing would ever come. */
function setArms(draft: Draft, at: Standing, arms: readonly LinkedArm[]): Failure | null {
  const live: { readonly arm: LinkedArm; readonly until?: Instant }[] = [];
  for (const arm of arms) {
    const until = arm.on === 'time' ? arm.due(at.scope.variables, draft.at) : undefined;
    if (until !== null && typeof until === 'object') return until;
    if (until === undefined) live.push({ arm });
    else if (until !== null) live.push({ arm, until });
  }
  if (live.length === 0)
    return {
      code: 'no moment',
      message: 'Nothing would ever end this wait: no message, and no limit that is known.',
    };
  for (const { arm, until } of live) {
    const id = freshId(draft, 'w');
    const { token, place } = at;
    if (arm.on === 'message')
      draft.waits.set(id, { token, place, for: 'message', port: arm.port, message: arm.message });
    else if (until !== undefined) {
      draft.waits.set(id, { token, place, for: 'timer', port: arm.port, until });
      draft.commands.push({ type: 'startTimer', id, place, at: until });
    }
  }
  return null;
}
