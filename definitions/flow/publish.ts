import { hasErrors } from '../check/check.ts';
import { checkRevision, usedParts } from '../check/check-revision.ts';
import { lookUp, type Environment } from '../check/environment.ts';
import type { Issue } from '../check/issue.ts';
import { contentHash } from './content-hash.ts';
import type { Flow } from './flow.ts';
import type { Revision } from './revision.ts';

export type Assembly =
  | { readonly revision: Revision; readonly hash: string; readonly warnings: readonly Issue[] }
  /** At least one of them is an error; `faulty` is what was gathered all the same, to be looked at. */
  | { readonly issues: readonly Issue[]; readonly faulty: Revision };

/**
 * Gathers a flow and all it needs into one revision: the flows it calls (those called by called ones too), their
 * decision tables, calendars and the contracts of the activities they use, and the word lists named by
 * `wordListIds` (all that are given, unless said). Refuses, with the issues as data, as long as one is an error.
 */
export function assembleRevision(
  flow: Flow,
  environment: Environment,
  semantics: number,
  wordListIds: readonly string[] = Object.keys(environment.wordLists),
): Assembly {
  const revision = gathered(flow, environment, semantics, wordListIds);
  const issues = [...missingWordLists(flow, environment, wordListIds), ...checkRevision(revision)];
  if (hasErrors(issues)) return { issues, faulty: revision };
  return { revision, hash: contentHash(revision), warnings: issues };
}

/** The revision that a flow would be, wrong as it may be: with all it needs of what there is, and nothing else. */
export function gathered(
  flow: Flow,
  environment: Environment,
  semantics: number,
  wordListIds: readonly string[] = Object.keys(environment.wordLists),
): Revision {
  const used = usedParts(flow, environment);
  return {
    schema: 1,
    semantics,
    flow,
    called: picked(environment.flows, used.flows),
    tables: picked(environment.tables, used.tables),
    wordLists: picked(environment.wordLists, wordListIds),
    calendars: picked(environment.calendars, used.calendars),
    activities: picked(environment.activities, used.activities),
  };
}

/** What does not exist is left out; the check names it where it is used. */
function picked<T>(parts: { readonly [id: string]: T }, ids: Iterable<string>): { readonly [id: string]: T } {
  return Object.fromEntries(
    [...new Set(ids)].sort().flatMap((id) => {
      const part = lookUp(parts, id);
      return part === undefined ? [] : [[id, part] as const];
    }),
  );
}

function missingWordLists(flow: Flow, environment: Environment, ids: readonly string[]): readonly Issue[] {
  return ids
    .filter((id) => lookUp(environment.wordLists, id) === undefined)
    .map((id) => ({
      code: 'unknown word list',
      severity: 'error',
      place: { flow: flow.id },
      message: `There is no word list '${id}'.`,
    }));
}
