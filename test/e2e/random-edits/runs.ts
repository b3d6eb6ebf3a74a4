import type { Browser } from 'playwright-core';
import { canonicalJson } from '../../../definitions/flow/canonical.ts';
import { newFlow } from '../../../definitions/flow/new-flow.ts';
import { FIRST_PERSON } from '../../../engine/local/first-people.ts';
import type { EarshotApi } from '../../setup/earshot-processes.ts';
import { SECOND_VISITOR } from '../../setup/fill-with-cases.ts';
import { openWindow } from '../browser.ts';
import { DraftWindow } from './draft-window.ts';
import { doAtRandom, randomOf, type Done } from './random-acts.ts';
import { drawTogether, type Together } from './two-windows.ts';

const OTHER = { ...SECOND_VISITOR, id: 'other', name: 'Other Hand', roles: ['analyst' as const] };
let count = 0;

/** A new flow's draft at the server; answers its flow. */
async function beginDraft({ store }: EarshotApi): Promise<string> {
  const id = `at-random-${++count}`;
  await store.drafts.begin(newFlow(id, `At random ${count}`), FIRST_PERSON.id);
  return id;
}

async function contentOf({ store }: EarshotApi, flow: string): Promise<string> {
  const draft = await store.drafts.find(flow);
  if (draft === null) throw new Error('The draft is gone.');
  return canonicalJson(draft.content);
}

export interface Alone extends Done {
  /** Whether the server has what was drawn before anything was taken back. */
  readonly isAsDrawn: boolean;
  /** How many acts were taken back at the end, and whether the draft was then what it had been, byte for byte. */
  readonly undone: number;
  readonly isAsBegun: boolean;
}

/** One window, in which things are done at random; then all of it is taken back. */
export async function inOneWindow(
  browser: Browser,
  earshot: EarshotApi,
  { seed, acts, every }: { readonly seed: number; readonly acts: number; readonly every: number },
): Promise<Alone> {
  const flow = await beginDraft(earshot);
  const begun = await contentOf(earshot, flow);
  const window = await DraftWindow.open(await openWindow(browser, { of: earshot }), flow);
  const done = await doAtRandom(window, randomOf(seed), { acts, every });
  await window.saved();
  const drawn = await window.drawn();
  const draft = await earshot.store.drafts.find(flow);
  const ids = (draft?.content.flow.nodes ?? []).map(({ id }) => id).sort();
  const isAsDrawn = ids.join() === drawn.map((one) => one.split(' ')[0]).join();
  const undone = await window.undoAll();
  await window.saved();
  const isAsBegun = (await contentOf(earshot, flow)) === begun;
  await window.page.context().close();
  return { ...done, isAsDrawn, undone, isAsBegun };
}

/** Two windows of two people on one draft, in which things are done at random at the same time. */
export async function inTwoWindows(
  browser: Browser,
  earshot: EarshotApi,
  { seed, durationMs }: { readonly seed: number; readonly durationMs: number },
): Promise<Together> {
  await earshot.store.people.upsert(OTHER);
  const flow = await beginDraft(earshot);
  const open = async (token: string): Promise<DraftWindow> =>
    DraftWindow.open(await openWindow(browser, { of: earshot, token }), flow);
  const windows = [await open(earshot.token), await open(earshot.tokenOf(OTHER.id))] as const;
  const together = await drawTogether(windows, earshot, randomOf(seed), durationMs);
  for (const window of windows) await window.page.context().close();
  return together;
}
