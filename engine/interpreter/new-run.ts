import { SEMANTICS, type RunState } from './state.ts';

/** A run that has not begun: `step` with 'started' begins it. */
export function newRun(): RunState {
  return {
    semantics: SEMANTICS,
    status: 'new',
    at: 0,
    nextId: 1,
    outcome: null,
    scopes: {},
    tokens: {},
    splits: {},
    waits: {},
    incidents: {},
    unread: {},
  };
}
