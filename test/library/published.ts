import { readdirSync, readFileSync } from 'node:fs';
import type { Revision } from '../../definitions/flow/revision.ts';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import { SEMANTICS } from '../../engine/interpreter/state.ts';
import { readScenario } from '../../definitions/scenario/scenario.schema.ts';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';

/** The shipped flow as it is published: with the contracts of the activities that ship. */
export function published(): {
  readonly revision: Revision;
  readonly hash: string;
  readonly warnings: readonly Issue[];
} {
  const { flow, flows, tables, wordLists, calendars } = mentionCare();
  const activities = Object.fromEntries(shippedActivities.map(({ contract }) => [contract.name, contract]));
  const assembly = assembleRevision(flow, { flows, tables, wordLists, calendars, activities }, SEMANTICS);
  if ('issues' in assembly) throw new Error(JSON.stringify(assembly.issues, null, 2));
  return assembly;
}

const FOLDER = new URL('../../definitions/library/mention-care/scenarios/', import.meta.url);

/** The scenarios that stand beside the flow, by file name. */
export function scenarios(): readonly { readonly file: string; readonly scenario: Scenario }[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.scenario.json'));
  return files.sort().map((file) => {
    const read = readScenario(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
    if ('issues' in read) throw new Error(`${file}: ${JSON.stringify(read.issues)}`);
    return { file, scenario: read.scenario };
  });
}
