import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import { freshId, type Draft } from './draft.ts';
import { addScope, openScope, ROOT, setDeclared } from './open-scope.ts';
import { startOf } from './program.ts';
import { NO_VISITS } from './visits.ts';

/**
 * Begins a run, or reopens one that is over: its variables stay (those given replace theirs), visits go on counting,
 * and what was unread counts as read by this new beginning. False: it is running, or the flow has no start.
 */
export function startRun(draft: Draft, given: JsonObject): boolean {
  const { root } = draft.program;
  const start = startOf(root);
  if (draft.status === 'running' || start === undefined) return false;
  if (draft.status !== 'new') for (const name of draft.unread.ids()) draft.unread.delete(name);
  const scope =
    draft.scopes.get(ROOT) === undefined
      ? addScope(draft, ROOT, root, {
          caller: null,
          variables: root.initial,
          visits: NO_VISITS,
          outcome: null,
        })
      : openScope(draft, ROOT);
  setDeclared(scope, given);
  scope.outcome = null;
  draft.status = 'running';
  draft.outcome = null;
  const token = freshId(draft, 't');
  draft.tokens.set(token, {
    scope: ROOT,
    node: start.id,
    visit: 0,
    split: null,
    at: 'working',
    since: draft.at,
  });
  draft.arriving.push({ token, to: start });
  return true;
}

/** Sets variables of the root scope that exist there. False: the run has not begun. */
export function changeFacts(draft: Draft, given: JsonObject): boolean {
  if (draft.scopes.get(ROOT) === undefined) return false;
  const scope = openScope(draft, ROOT);
  const variables: { [name: string]: Json } = { ...scope.variables };
  for (const [name, value] of Object.entries(given))
    if (Object.hasOwn(variables, name)) variables[name] = value;
  scope.variables = variables;
  scope.changed = true;
  return true;
}
