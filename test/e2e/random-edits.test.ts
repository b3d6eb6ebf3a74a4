import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from '../../engine/local/pages.ts';
import { startWithoutWorker, type EarshotApi } from '../setup/earshot-processes.ts';
import { openBrowser, target } from './browser.ts';
import { inOneWindow, inTwoWindows } from './random-edits/runs.ts';

const ACTS = 48;
const TOGETHER_MS = 8_000;

/** Anything in any order, on a real page; at length by `npm run soak:drafts`. */
describe.skipIf(target === null)('a draft to which things are done at random', () => {
  let browser: Browser;
  let earshot: EarshotApi;
  const seed = Date.now() % 1_000_000;
  beforeAll(async () => {
    earshot = await startWithoutWorker({ name: 'random', pages: builtPages });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await earshot?.close();
  });

  it(`loses nothing by reloads and killed pages, and is taken back to its beginning (seed ${seed})`, async () => {
    const { reloads, kills, lost, isAsBegun, isAsDrawn } = await inOneWindow(browser, earshot, {
      seed,
      acts: ACTS,
      every: 12,
    });
    expect(lost).toEqual([]);
    expect(reloads + kills).toBe(ACTS / 12);
    expect({ isAsDrawn, isAsBegun }).toEqual({ isAsDrawn: true, isAsBegun: true });
  });

  it(`is the same in two windows at the end, with every edit in it or refused to its author (seed ${seed})`, async () => {
    const { taken, lost, drawings } = await inTwoWindows(browser, earshot, {
      seed,
      durationMs: TOGETHER_MS,
    });
    expect(taken).toBeGreaterThan(0);
    expect(lost).toEqual([]);
    expect(drawings[1]).toEqual(drawings[0]);
    expect(drawings[2]).toEqual(drawings[0]);
  });
});
