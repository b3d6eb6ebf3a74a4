import { canonicalJson, NotJson } from '../flow/canonical.ts';
import { contentHash } from '../flow/content-hash.ts';
import type { Flow } from '../flow/flow.ts';
import type { Revision } from '../flow/revision.ts';
import { calledFlows } from './calls.ts';
import { check } from './check.ts';
import { Compiling } from './compiling.ts';
import { environmentOf, type Environment } from './environment.ts';
import type { Issue, IssueCode, Place } from './issue.ts';
import { calendarsOf } from './references.ts';
import { tablesOf } from './table-use.ts';
import { checkWordLists } from './word-lists.ts';

/**
 * What is wrong with a whole revision: each of its flows, parts under a key that is not their id, parts that nothing
 * uses, words that do nothing. `hash`, where given, is the one it claims to have.
 */
export function checkRevision(
  revision: Revision,
  hash?: string,
  compiling = new Compiling(),
): readonly Issue[] {
  const environment = environmentOf(revision);
  const used = usedParts(revision.flow, environment);
  const place: Place = { flow: revision.flow.id };
  return [
    ...checkHash(revision, hash, compiling),
    ...[revision.flow, ...Object.values(revision.called)].flatMap((flow) =>
      check(flow, environment, compiling),
    ),
    ...checkParts(place, 'flow', revision.called, used.flows, ({ id }) => id),
    ...checkParts(place, 'decision table', revision.tables, used.tables, ({ id }) => id),
    ...checkParts(place, 'calendar', revision.calendars, used.calendars, ({ id }) => id),
    ...checkParts(place, 'activity', revision.activities, used.activities, ({ name }) => name),
    // Which word lists are read is the activity's to know.
    ...checkParts(place, 'word list', revision.wordLists, undefined, ({ id }) => id),
    ...checkWordLists(revision.flow.id, Object.values(revision.wordLists), compiling.words),
  ];
}

/** Ids (names, of activities) of all that a flow and those it calls refer to, whether it exists or not. */
export interface UsedParts {
  /** Called ones; without the flow itself. */
  readonly flows: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
  readonly activities: ReadonlySet<string>;
}

export function usedParts(root: Flow, environment: Environment): UsedParts {
  const flows = new Set(
    calledFlows(root.id, { ...environment, flows: { ...environment.flows, [root.id]: root } }),
  );
  flows.delete(root.id);
  const called = Object.entries(environment.flows).flatMap(([id, flow]) => (flows.has(id) ? [flow] : []));
  const nodes = [root, ...called].flatMap((flow) => flow.nodes);
  return {
    flows,
    tables: tablesOf(nodes, environment.tables),
    calendars: new Set(nodes.flatMap(calendarsOf)),
    activities: new Set(nodes.flatMap((node) => (node.kind === 'serviceTask' ? [node.activity] : []))),
  };
}

function checkHash(revision: Revision, hash: string | undefined, { written }: Compiling): readonly Issue[] {
  const issue = (code: IssueCode, message: string, field?: string): Issue => ({
    code,
    severity: 'error',
    place: { flow: revision.flow.id, ...(field === undefined ? {} : { field }) },
    message,
  });
  try {
    if (hash === undefined) canonicalJson(revision, written);
    else if (contentHash(revision) !== hash) {
      return [issue('hash differs', 'This is not the content that was sent: it was changed on the way.')];
    }
    return [];
  } catch (problem) {
    if (problem instanceof NotJson)
      return [issue('ill-formed', `“${problem.at}” cannot be stored: ${problem.code}.`, problem.at)];
    throw problem;
  }
}

function checkParts<T>(
  place: Place,
  what: string,
  parts: { readonly [key: string]: T },
  used: ReadonlySet<string> | undefined,
  idOf: (part: T) => string,
): readonly Issue[] {
  return Object.entries(parts).flatMap(([key, part]): Issue[] => {
    if (idOf(part) !== key) {
      const message = `The ${what} “${idOf(part)}” stands under the name “${key}”.`;
      return [{ code: 'key and id differ', severity: 'error', place, message }];
    }
    if (used === undefined || used.has(key)) return [];
    const message = `The ${what} “${key}” is part of the revision, and nothing uses it.`;
    return [{ code: 'unused part', severity: 'warning', place, message }];
  });
}
