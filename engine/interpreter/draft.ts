import type { Command, TraceEntry } from './command.ts';
import type { Instant } from './event.ts';
import type { OpenScope } from './open-scope.ts';
import type { NodePlan, Program } from './program.ts';
import { Shelf } from './shelf.ts';
import type { Incident, RunState, Scope, Split, Token, UnreadMessage, Waiting } from './state.ts';

/** What `step` answers. The commands and the trace are in the order in which they came about. */
export interface StepResult {
  readonly state: RunState;
  readonly commands: readonly Command[];
  readonly trace: readonly TraceEntry[];
}

/** The state while one event is worked on; opened once per event, and closed into the next state. */
export interface Draft {
  readonly program: Program;
  readonly semantics: number;
  readonly at: Instant;
  nextId: number;
  status: RunState['status'];
  outcome: string | null;
  readonly scopes: Shelf<Scope>;
  readonly openScopes: Map<string, OpenScope>;
  readonly tokens: Shelf<Token>;
  readonly splits: Shelf<Split>;
  readonly waits: Shelf<Waiting>;
  readonly incidents: Shelf<Incident>;
  readonly unread: Shelf<readonly UnreadMessage[]>;
  readonly commands: Command[];
  readonly trace: TraceEntry[];
  /** Tokens on their way to a node. */
  readonly arriving: { readonly token: string; readonly to: NodePlan }[];
  /** Scopes that lost a token, and may have none left. */
  readonly thinned: Set<string>;
  /** Tokens whose repeat is starting turns just now. */
  readonly advancing: Set<string>;
  /** Node entries and turns so far in this event. */
  entries: number;
}

export function openDraft(program: Program, state: RunState, at: Instant): Draft {
  return {
    program,
    semantics: state.semantics,
    at: Math.max(state.at, at),
    nextId: state.nextId,
    status: state.status,
    outcome: state.outcome,
    scopes: new Shelf(state.scopes),
    openScopes: new Map(),
    tokens: new Shelf(state.tokens),
    splits: new Shelf(state.splits),
    waits: new Shelf(state.waits),
    incidents: new Shelf(state.incidents),
    unread: new Shelf(state.unread),
    commands: [],
    trace: [],
    arriving: [],
    thinned: new Set(),
    advancing: new Set(),
    entries: 0,
  };
}

export function closeDraft(draft: Draft): StepResult {
  for (const scope of draft.openScopes.values()) {
    if (!scope.changed) continue;
    const { plan, caller, variables, visits, outcome } = scope;
    draft.scopes.set(scope.id, { flow: plan.flow.id, caller, variables, visits, outcome });
  }
  if (!draft.splits.isEmpty()) dropForgottenSplits(draft);
  return {
    state: {
      semantics: draft.semantics,
      status: draft.status,
      at: draft.at,
      nextId: draft.nextId,
      outcome: draft.outcome,
      scopes: draft.scopes.record(),
      tokens: draft.tokens.record(),
      splits: draft.splits.record(),
      waits: draft.waits.record(),
      incidents: draft.incidents.record(),
      unread: draft.unread.record(),
    },
    commands: draft.commands,
    trace: draft.trace,
  };
}

/** The next number of the run's counter. */
export function nextNumber(draft: Draft): number {
  const number = draft.nextId;
  draft.nextId += 1;
  return number;
}

/**
 * A new id: a letter for what it is of (token, split, wait, incident), and the next number. Without the letter V8
 * would take the ids for indexes of an array, and make room for all the numbers before.
 */
export function freshId(draft: Draft, of: 't' | 's' | 'w' | 'i'): string {
  return of + String(nextNumber(draft));
}

function dropForgottenSplits(draft: Draft): void {
  const remembered = new Set<string>();
  for (const tokenId of draft.tokens.ids()) {
    let split = draft.tokens.get(tokenId)?.split ?? null;
    while (split !== null && !remembered.has(split)) {
      remembered.add(split);
      split = draft.splits.get(split)?.parent ?? null;
    }
  }
  for (const split of draft.splits.ids()) if (!remembered.has(split)) draft.splits.delete(split);
}
