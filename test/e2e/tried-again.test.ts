import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from '../../engine/local/pages.ts';
import { killAndWait } from '../chaos/kill-and-wait.ts';
import { startProcesses, type EarshotProcesses } from '../setup/earshot-processes.ts';
import { mention } from '../workflows/case-server.ts';
import { NARROW, openBrowser, openPage, settled, target } from './browser.ts';
import { graveIn } from './visit.ts';

const EMAIL = 'ana@example.com';
const WAITS_MS = 60_000;
/** Never a word of the machinery, nor a code or an id. */
const MACHINERY = /temporal|workflow|activity|attempt|unavailable|lookUpCustomer|error|timeout/i;

/** While a step of a case fails and is tried again, its page says so, and nothing that it cannot know. */
describe.skipIf(target === null)('a case whose customer system does not answer', () => {
  let earshot: EarshotProcesses;
  let browser: Browser;
  let page: Page;
  let caseId: string;
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-crm-'));
  const crm = path.join(folder, 'customers');
  // A folder where a file of records should be: nobody can read it.
  const wreck = path.join(crm, 'wreck.csv');

  beforeAll(async () => {
    mkdirSync(wreck, { recursive: true });
    writeFileSync(path.join(crm, 'all.csv'), `accountNumber,name,email\n4711,Ana Ruiz,${EMAIL}\n`);
    earshot = await startProcesses({ name: 'retry', pages: builtPages, crmFolder: folder });
    browser = await openBrowser();
    caseId = await hear();
    page = await openPage(browser, `/cases/${caseId}`, { of: earshot });
  });
  afterAll(async () => {
    await browser?.close();
    await earshot?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function hear(): Promise<string> {
    const [verdict] = await earshot.store.mentions.capture([
      mention({
        channel: 'email',
        author: { externalId: EMAIL, name: 'Ana Ruiz', email: EMAIL },
        text: 'Your technician never came, and nobody calls me back!',
      }),
    ]);
    if (verdict?.status !== 'captured' || verdict.caseId === null) throw new Error('not captured');
    return verdict.caseId;
  }
  const note = () => page.getByRole('region', { name: 'Being tried again' });
  const drawing = () => page.getByRole('region', { name: 'The way it took' });
  const since = async (): Promise<string> => {
    const found = await earshot.store.cases.find(caseId);
    expect(found?.retries).toMatchObject([{ node: 'look-up', code: 'customer system unavailable' }]);
    return found?.retries[0]?.since ?? '';
  };

  it('says on the open page which step is tried again, why and since when', async () => {
    await note().waitFor({ timeout: WAITS_MS });
    const said = (await note().innerText()).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(
      /^Look them up: the customer system does not answer; being tried again since \d\d:\d\d/,
    );
    expect(said).not.toMatch(MACHINERY);
    expect(await note().locator('time').getAttribute('datetime')).toBe(await since());
    expect(await page.locator('header, main').getByText('at work', { exact: true }).count()).toBe(1);
  });

  it('draws the step as where it stands, and of the others says that nothing is known yet', async () => {
    const here = drawing().locator('[data-step="look-up"]');
    expect(await here.getAttribute('data-state')).toBe('here');
    expect(await here.innerText()).toMatch(/trying since \d\d:\d\d/);
    for (const view of ['The way', 'Whole flow']) {
      await drawing().getByText(view, { exact: true }).click();
      await drawing().locator('[data-state="unknown"]').first().waitFor();
      expect(await drawing().locator('[data-state="off"]').count()).toBe(0);
      expect(await drawing().innerText()).not.toContain('not taken');
      expect(await drawing().innerText()).toContain('not known yet');
    }
    await drawing().getByText('The way', { exact: true }).click();
  });

  it('opens the step as being tried again, and one after it as not known yet', async () => {
    await drawing().locator('[data-step="look-up"]').click();
    const step = page.getByRole('region', { name: 'Look them up' });
    expect(await step.innerText()).toContain('is being tried again');
    expect(await step.innerText()).toContain('It did not work: the customer system does not answer.');
    await drawing().locator('[data-step="who-is-it"]').click();
    const next = page.getByRole('region', { name: 'Who is it?' });
    expect(await next.innerText()).toContain('Not known yet: the case is at work');
    expect(await page.locator('main').innerText()).not.toContain('Not reached yet');
  });

  it('is in order in light, in dark and in a narrow window', async () => {
    await drawing().locator('[data-step="look-up"]').click();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    const narrow = await openPage(browser, `/cases/${caseId}`, { of: earshot, size: NARROW });
    await narrow.getByRole('region', { name: 'Being tried again' }).waitFor();
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await narrow.context().close();
  });

  it('stands in the list as at work, at that step', async () => {
    const list = await openPage(browser, '/cases', { of: earshot });
    const row = list.getByRole('row').filter({ hasText: 'Your technician never came' });
    expect(await row.innerText()).toContain('at work');
    expect(await row.innerText()).toContain('Look them up');
    await list.context().close();
  });

  it('still says since when it failed first after its worker was killed', async () => {
    const first = await since();
    const [, worker] = earshot.services;
    await killAndWait(worker);
    const killed = new Date();
    await expect
      .poll(async () => (await earshot.store.heartbeats.since(killed)).length, { timeout: WAITS_MS })
      .toBeGreaterThan(0);
    expect(await since()).toBe(first);
    expect(await note().locator('time').getAttribute('datetime')).toBe(first);
  });

  it('says nothing of it any more once the customer system answers', async () => {
    rmdirSync(wreck);
    await note().waitFor({ state: 'detached', timeout: WAITS_MS });
    await settled(page);
    await expect
      .poll(() => drawing().locator('[data-step="look-up"]').getAttribute('data-state'), {
        timeout: WAITS_MS,
      })
      .toBe('done');
    expect(await drawing().innerText()).not.toContain('not known yet');
    expect((await earshot.store.cases.find(caseId))?.retries).toEqual([]);
  });
});
