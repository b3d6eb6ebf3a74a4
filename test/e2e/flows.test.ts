import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NARROW, openBrowser, openPage, settled, target } from './browser.ts';

const CARE = 'Mention care';
const COPY = 'Mention care for shops';
const KIOSKS = 'Care for kiosks';
const Flows = z.array(
  z.looseObject({
    id: z.string(),
    name: z.string(),
    revisions: z.number(),
    takesCases: z.boolean(),
    archived: z.looseObject({ why: z.string() }).nullable(),
  }),
);

/** An analyst, by keyboard alone: begins a flow, copies the one that ships, archives the copy, brings it back. */
describe.skipIf(target === null)('the flows', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openPage(browser, '/flows');
  });
  afterAll(() => browser?.close());

  const known = async () => Flows.parse(await (await page.request.get('/api/flows')).json());
  const flow = async (name: string) => (await known()).find((one) => one.name === name);
  const open = async (): Promise<void> => {
    await page.goto('/flows', { waitUntil: 'domcontentloaded' });
    await settled(page);
  };
  /** Opens the menu of a flow and chooses an act in it. */
  const choose = async (name: string, act: RegExp): Promise<void> => {
    await page.getByRole('button', { name: `What to do with ${name}`, exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: act }).press('Enter');
  };
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

  it('are begun with a name, as a draft in which nothing is wrong', async () => {
    await page.getByRole('button', { name: 'New flow' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New flow' });
    await dialog.waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await page.keyboard.press('Enter');
    await dialog.getByText('Give it a name.').waitFor();
    await page.keyboard.type(CARE.toUpperCase());
    await page.keyboard.press('Enter');
    await dialog.getByText('A flow has this name already.').waitFor();
    await dialog.getByLabel('Name').fill('Complaints of shops');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/flows\/complaints-of-shops$/);
    await heading('Complaints of shops').waitFor();
    await page.getByText('Nothing is wrong with it').waitFor();
    await page.getByText('A mention arrives').first().waitFor();
    expect(await flow('Complaints of shops')).toMatchObject({ revisions: 0, takesCases: false });
  });

  it('are copied with all that they call; the copy is released by nobody', async () => {
    await open();
    await choose(CARE, /^Duplicate/);
    const dialog = page.getByRole('dialog', { name: `Duplicate “${CARE}”` });
    await dialog.waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe(`Copy of ${CARE}`);
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await page.keyboard.type(COPY);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/flows\/mention-care-for-shops$/);
    await heading(COPY).waitFor();
    await page.getByText('Nothing is wrong with it').waitFor();
    await page.getByRole('button', { name: 'Who is it?', exact: true }).first().waitFor();
    expect(await flow(COPY)).toMatchObject({ revisions: 0, live: null });
    expect(await flow(CARE)).toMatchObject({ takesCases: true });
  });

  it('are archived with a why, and brought back', async () => {
    await open();
    await choose(COPY, /^Archive/);
    const dialog = page.getByRole('dialog', { name: `Archive “${COPY}”` });
    await dialog.getByRole('button', { name: 'Archive it' }).press('Enter');
    await dialog.getByText('Say why in a few words.').waitFor();
    await dialog.getByLabel('Why?').fill('The shops have none of their own yet.');
    await dialog.getByRole('button', { name: 'Archive it' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(COPY, { exact: true }).waitFor({ state: 'hidden' });
    expect((await flow(COPY))?.archived?.why).toBe('The shops have none of their own yet.');

    await page.getByText('Archived: 1').press('Enter');
    const row = page.getByRole('listitem').filter({ hasText: COPY });
    await row.getByText('The shops have none of their own yet.').waitFor();
    await row.getByRole('button', { name: 'Bring it back' }).press('Enter');
    await page.getByRole('button', { name: `What to do with ${COPY}`, exact: true }).waitFor();
    expect(await page.getByText('Archived: 1').count()).toBe(0);
    expect(await flow(COPY)).toMatchObject({ archived: null });
  });

  it('say why the one that new cases begin with stays', async () => {
    await choose(CARE, /^Archive/);
    const dialog = page.getByRole('dialog', { name: `Archive “${CARE}”` });
    await dialog.getByText('New cases begin with this flow, so it cannot be archived.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(
      (name) => document.activeElement?.getAttribute('aria-label') === `What to do with ${name}`,
      CARE,
    );
  });

  it('show their tables and word lists, each as it is in a revision', async () => {
    await open();
    const lists = page.getByRole('radiogroup', { name: 'What is listed' });
    await lists.getByRole('radio', { name: 'Flows' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/list=tables$/);
    await page.getByRole('link', { name: 'How urgent?', exact: true }).press('Enter');
    await heading('How urgent?').waitFor();
    const history = page.getByRole('region', { name: `In ${CARE}` });
    const link = history.getByRole('link', { name: /^revision 1/ });
    expect(await link.getAttribute('aria-current')).toBe('true');
    const table = page.getByRole('group', { name: 'How urgent?' });
    await table.waitFor();
    const rows = await table.locator('tbody tr').count();
    expect(rows).toBeGreaterThan(3);
    await page.getByText(`revision 1 · ${rows} rows`, { exact: true }).waitFor();
    const cells = () => table.locator('tbody td').allInnerTexts();
    const plain = await cells();
    expect(plain).toEqual(expect.arrayContaining(['3 or more', 'less than -0.6', 'urgent']));
    expect(plain.join('')).not.toMatch(/[">]|true/);
    expect(await table.getByText('3 or more').getAttribute('title')).toBe('>= 3');
    await page.getByRole('switch', { name: 'As written' }).press('Space');
    expect(await cells()).toEqual(expect.arrayContaining(['>= 3', '< -0.6', '"urgent"', 'true']));

    await page.getByRole('link', { name: 'Tables ›' }).press('Enter');
    await page.waitForURL(/list=tables$/);
    await lists.getByRole('radio', { name: 'Tables' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/list=word-lists$/);
    await page.getByRole('link', { name: 'Mood of signs', exact: true }).press('Enter');
    await heading('Mood of signs').waitFor();
    const words = page.getByRole('group', { name: 'Mood of signs' }).locator('tbody tr');
    await words.first().waitFor();
    const head = page.getByRole('columnheader', { name: 'Means' });
    expect(await head.evaluate((cell) => getComputedStyle(cell).borderTopStyle)).toBe('solid');
    const all = await words.count();
    await page.getByText(`revision 1 · ${all} words`, { exact: true }).waitFor();
    await page.getByRole('searchbox', { name: 'Find a word' }).focus();
    await page.keyboard.type('😡');
    await page.getByText(`1 of ${all} words`).waitFor();
    expect(await words.allInnerTexts()).toEqual([expect.stringContaining('😡')]);
    await page.keyboard.type('never');
    await page.getByText('No word of the list is like this.').waitFor();
  });

  it('say in plain words when a way out of a branch is taken, and as it is written', async () => {
    await page.goto('/flows/mention-care', { waitUntil: 'domcontentloaded' });
    await settled(page);
    await page.getByRole('button', { name: /^Happy\?/ }).press('Enter');
    const rules = page.getByRole('region', { name: 'Happy?', exact: true });
    await rules.getByText('third no').waitFor();
    const ways = () => rules.getByRole('listitem').allInnerTexts();
    expect(await ways()).toEqual([
      'yes if happy is yes',
      'silent if happy is silent',
      'no if happy is more, or unhappy is 2 or less',
      'third no otherwise',
    ]);
    await rules.getByRole('switch', { name: 'As written' }).press('Space');
    expect(await ways()).toContain('no happy = "more" or unhappy <= 2');
  });

  it('lead to what a step does where it stands below the drawing', async () => {
    const narrow = await openPage(browser, '/flows/mention-care', { size: NARROW });
    await narrow.getByRole('button', { name: /^Happy\?/ }).press('Enter');
    const rules = narrow.getByRole('region', { name: 'Happy?', exact: true });
    await rules.getByText('third no').waitFor();
    await narrow.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Happy?');
    const box = await rules.boundingBox();
    expect(box !== null && box.y >= 0 && box.y + box.height <= NARROW.height).toBe(true);
    await narrow.context().close();
  });

  it('say of a table that is not there that it is not', async () => {
    await page.goto('/flows/tables/none', { waitUntil: 'domcontentloaded' });
    await heading('There is no such decision table').waitFor();
    await page.getByRole('link', { name: 'To the tables' }).press('Enter');
    await page.getByRole('link', { name: 'How urgent?', exact: true }).waitFor();
  });

  it('are renamed and thrown away as long as they are drafts, and all of it is on record', async () => {
    await open();
    await choose(COPY, /^Rename/);
    const rename = page.getByRole('dialog', { name: `Rename “${COPY}”` });
    await rename.getByLabel('Name').fill('Care for shops');
    await page.keyboard.press('Enter');
    await rename.waitFor({ state: 'detached' });
    for (const name of ['Care for shops', 'Complaints of shops']) {
      await choose(name, /^Throw away/);
      const dialog = page.getByRole('dialog', { name: `Throw “${name}” away` });
      await dialog.getByRole('button', { name: 'Throw it away' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: `What to do with ${name}` }).waitFor({ state: 'detached' });
    }
    const mine = ['Complaints of shops', 'Care for shops', COPY];
    expect((await known()).filter(({ name }) => mine.includes(name))).toEqual([]);
    await page.goto('/record', { waitUntil: 'domcontentloaded' });
    await settled(page);
    // Other things are done meanwhile, to other flows too.
    const acts = (await page.locator('tbody tr td:nth-child(3)').allInnerTexts()).filter((act) =>
      mine.some((name) => act.includes(`“${name}”`)),
    );
    expect(acts.slice(0, 7).map((act) => act.replace(/\s+/g, ' '))).toEqual([
      'threw a draft away “Complaints of shops”',
      'threw a draft away “Care for shops”',
      'renamed a draft “Care for shops”',
      `brought a flow back “${COPY}”`,
      `archived a flow “${COPY}”`,
      `copied a flow “${COPY}” · of “Mention care”`,
      'began a flow “Complaints of shops”',
    ]);
  });

  it('show by themselves what is done to them on another page', async () => {
    await open();
    const other = await openPage(browser, '/flows');
    await other.getByRole('button', { name: 'New flow' }).press('Enter');
    await other.getByRole('dialog').getByLabel('Name').fill(KIOSKS);
    await other.keyboard.press('Enter');
    await other.waitForURL(/\/flows\/care-for-kiosks$/);
    const row = page.getByRole('listitem').filter({ hasText: KIOSKS });
    await row.getByText('draft', { exact: true }).waitFor();
    await row.getByRole('link', { name: KIOSKS }).press('Enter');
    await heading(KIOSKS).waitFor();
    await page.getByText('Nothing is wrong with it').waitFor();

    await other.getByRole('link', { name: 'Publish…' }).press('Enter');
    await other.getByLabel('What changes, and why?').fill('The kiosks open.');
    await other.getByText('Nothing is wrong.').waitFor();
    await other.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
    await other.waitForURL(/\/flows\/care-for-kiosks$/);
    await page.getByText('revision 1 is live', { exact: true }).waitFor();
    expect(await page.getByLabel('Revision').first().inputValue()).toMatch(/^revision 1 · /);
    await other.context().close();
  });
});
