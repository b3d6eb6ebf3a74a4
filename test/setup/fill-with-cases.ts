import type { Flow } from '../../definitions/flow/flow.ts';
import type { Person } from '../../definitions/model/people.ts';
import type { Case } from '../../definitions/model/case.ts';
import { FIRST_PERSON } from '../../engine/local/first-people.ts';
import { SEMANTICS } from '../../engine/interpreter/state.ts';
import type { Store } from '../../engine/store/store.ts';
import { capture, type Said } from './capture.ts';
import type { EarshotProcesses } from './earshot-processes.ts';
import { HOSTILE, LONG_NAME, LONG_TITLE } from './hostile-texts.ts';

const LIMIT_MS = 120_000;
const CARE = 'mention-care';
const WHY = 'For the tests of the pages';

/** Works beside the first person, for what two visitors do at once. */
export const SECOND_VISITOR: Person = {
  ...FIRST_PERSON,
  id: 'second-visitor',
  name: 'Bea Second',
  roles: ['agent'],
};

const COMPLAINTS: readonly string[] = [
  'Your technician never came, I took a day off for this!',
  'My bill is wrong for the third month in a row.',
  'The internet is down again in the whole street.',
  'Sent an e-mail about my order two weeks ago, no answer.',
];
const PRAISE = 'Thank you so much, your technician was wonderful and kind!';

/** A drawing whose only way on never fits, so that a case is stuck at it. */
const stuckFlow: Flow = {
  schema: 1,
  id: CARE,
  name: 'Mention care',
  variables: [],
  lanes: [],
  nodes: [
    { id: 'arrives', kind: 'startEvent', name: 'A mention arrives', position: { x: 0, y: 0 } },
    {
      id: 'which',
      kind: 'exclusiveGateway',
      name: 'Which team?',
      position: { x: 200, y: 0 },
      branches: [{ port: 'south', name: 'south', condition: '1 > 2' }],
    },
    { id: 'end', kind: 'endEvent', name: 'Passed on', outcome: 'passed on', position: { x: 400, y: 0 } },
  ],
  edges: [
    { id: 'to which', from: { node: 'arrives', port: 'out' }, to: 'which' },
    { id: 'to the end', from: { node: 'which', port: 'south' }, to: 'end' },
  ],
};

/**
 * Lets an Earshot hear enough that every page has something to show: cases that ask a person, one that is closed, one
 * that is stuck, and texts that try to be more than texts. Resolves when all of them have come to rest.
 */
export async function fillWithCases(earshot: EarshotProcesses): Promise<void> {
  const { store } = earshot;
  await store.people.upsert(SECOND_VISITOR);
  const shipped = await store.releases.live(CARE);
  if (shipped === null) throw new Error('The shipped flow is not live.');

  const { hash } = await store.revisions.put(
    {
      schema: 1,
      semantics: SEMANTICS,
      flow: stuckFlow,
      called: {},
      tables: {},
      wordLists: {},
      calendars: {},
      activities: {},
    },
    { author: FIRST_PERSON.id, why: WHY },
  );
  await store.releases.release(CARE, hash, FIRST_PERSON.id, WHY);
  await atRest(store, await capture(earshot, [{ text: 'Which of you is in charge of my street?' }]), 'stuck');
  await store.releases.release(CARE, shipped.hash, FIRST_PERSON.id, WHY);

  const said: readonly Said[] = [...COMPLAINTS, ...Object.values(HOSTILE)].map((text) => ({ text }));
  const long: Said = { text: LONG_TITLE, author: { externalId: 'long', name: LONG_NAME } };
  const heard = capture(earshot, [...said, long]);
  await atRest(store, await capture(earshot, [{ text: PRAISE }]), 'closed');
  await atRest(store, await heard);
}

/** Waits until each of the cases has seen what arrived and stands still, in this state if one is named. */
async function atRest(store: Store, caseIds: readonly string[], status?: Case['status']): Promise<void> {
  const until = Date.now() + LIMIT_MS;
  for (;;) {
    const cases = await store.cases.findMany(caseIds);
    const moving = cases.filter(
      (found) =>
        found.seenSeq < found.lastSeq || (status ? found.status !== status : found.status === 'open'),
    );
    if (moving.length === 0) return;
    if (Date.now() > until)
      throw new Error(
        `Cases did not come to rest: ${moving.map(({ title, status: is }) => `${title} (${is})`).join(', ')}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
