import { expect } from 'vitest';
import type { RunState } from '../../engine/interpreter/state.ts';

/** Every token has something to go on for, and nothing hangs on a token or scope that is gone. */
export function expectAnchored(state: RunState): void {
  const waits = Object.values(state.waits);
  const incidents = Object.values(state.incidents);
  for (const { token } of [...waits, ...incidents]) expect(state.tokens).toHaveProperty(token);
  for (const [id, token] of Object.entries(state.tokens)) {
    expect(state.scopes).toHaveProperty([token.scope]);
    const anchors = [...waits.filter((wait) => wait.for !== 'boundary timer'), ...incidents].filter(
      (each) => each.token === id,
    );
    expect(anchors.length > 0 || token.at === 'joining', `token ${id} at ${token.node}`).toBe(true);
    if (token.split !== null) expect(state.splits).toHaveProperty(token.split);
  }
  const callers = waits.flatMap((wait) => (wait.for === 'called flow' ? [String(wait.data)] : []));
  const called = Object.keys(state.scopes).filter((id) => id !== '0');
  expect(callers.sort()).toEqual(called.sort());
  for (const scope of called)
    expect(Object.values(state.tokens).some((token) => token.scope === scope)).toBe(true);
}
