import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NARROW, openBrowser, openPage, openWindow, target } from './browser.ts';
import { errorsOn, openCareDraft } from './care-draft.ts';
import { graveIn, graveOn, measured, misplacedOn } from './visit.ts';

const Content = z.looseObject({
  content: z.looseObject({
    scenarios: z.record(z.string(), z.looseObject({ name: z.string(), expect: z.unknown() })),
  }),
});
const STORY = 'A complaint is put right';

/** An analyst works on the stories of a draft of the flow that ships. */
describe.skipIf(target === null)('the stories of a flow', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
    said = errorsOn(page);
    flow = await openCareDraft(page, 'Told');
    await page.getByRole('button', { name: 'Stories', exact: true }).click();
  });
  afterAll(() => browser?.close());

  const panel = (of = page): Locator => of.getByRole('complementary', { name: 'Stories of this flow' });
  const item = (name: string): Locator =>
    panel()
      .getByRole('list', { name: 'Stories of this flow' })
      .getByRole('listitem')
      .filter({ has: page.locator('[aria-expanded]').getByText(name, { exact: true }) });
  const open = (name: string): Promise<void> => item(name).locator('[aria-expanded="false"]').click();
  const all = (): Promise<void> => panel().getByText('All 28 hold.').waitFor();
  const undo = (): Promise<void> => page.getByRole('button', { name: /^Undo/ }).click();
  const kept = async (): Promise<Readonly<Record<string, { readonly name: string }>>> => {
    const answer = await page.request.get(`/api/flows/${flow}/draft/content`);
    return Content.parse(await answer.json()).content.scenarios;
  };

  it('tells of each whether it holds, and what differs once something else must come out', async () => {
    await all();
    await open(STORY);
    await item(STORY).getByRole('combobox', { name: 'Its result' }).click();
    await page.getByRole('option', { name: 'silent', exact: true }).click();
    await panel().getByText('1 of 28 does not hold.').waitFor();
    await item(STORY).getByText('it should end with “silent” and ends with “put right”.').waitFor();
    await item(STORY).getByRole('img', { name: 'does not hold' }).waitFor();
    await item(STORY).getByRole('button', { name: 'As it comes out now' }).click();
    await all();
    await undo();
    await undo();
    await all();
  });

  it('are renamed, duplicated and removed, each by one act that can be taken back', async () => {
    const before = await kept();
    await item(STORY).getByRole('textbox', { name: 'Name' }).fill('Noise');
    await item(STORY).getByRole('textbox', { name: 'Name' }).press('Enter');
    await item('Noise').getByRole('button', { name: 'Duplicate' }).click();
    await open('Noise (copy)').catch(() => undefined);
    await item('Noise (copy)').getByRole('button', { name: 'Remove' }).click();
    await item('Noise (copy)').waitFor({ state: 'detached' });
    await expect.poll(async () => Object.values(await kept()).map(({ name }) => name)).toContain('Noise');
    for (let i = 0; i < 3; i += 1) await undo();
    await expect.poll(kept).toEqual(before);
  });

  it('go with a value that is renamed, and say so when they speak of one that is not there', async () => {
    await page.getByRole('button', { name: 'Values', exact: true }).click();
    const values = page.getByRole('complementary', { name: 'Values of this flow' });
    await values.getByRole('button', { name: /^history/ }).click();
    await values.getByRole('region', { name: 'Stories that speak of it' }).waitFor();
    await values.getByRole('textbox', { name: 'Name', exact: true }).fill('long ago');
    const speakOf = async (name: string): Promise<readonly string[]> =>
      Object.entries(await kept())
        .filter(([, story]) => JSON.stringify(story).includes(`"${name}":`))
        .map(([id]) => id);
    const before = await speakOf('history');
    await values.getByRole('textbox', { name: 'Name', exact: true }).press('Enter');
    await expect.poll(() => speakOf('long ago'), { timeout: 10_000 }).toEqual(before);
    expect(await speakOf('history')).toEqual([]);
    await undo();
    await expect.poll(() => speakOf('history'), { timeout: 10_000 }).toEqual(before);
    const spokenOf = values.getByRole('region', { name: 'Stories that speak of it' });
    await spokenOf.getByRole('button').first().click();
    await panel().locator('[aria-expanded="true"]').waitFor();
    const followers = 'Somebody with 12 followers is treated like everybody';
    await open(followers);
    await item(followers).getByText('It speaks of “followers”').waitFor();
  });

  it('give the rules of a chosen step the values that they have there', async () => {
    await page.locator('.react-flow__node').filter({ hasText: 'Praise?' }).first().click();
    const beside = page.getByRole('complementary', { name: 'The chosen step' });
    await beside.getByText(/^Values are those of the story “.+”\.$/).waitFor();
  });

  it('are taken from a case: what is kept is seen first, and people’s words are not in it', async () => {
    const begun = await page.request.post('/api/flows/mention-care/draft', { data: {} });
    expect([201, 409]).toContain(begun.status());
    const cases = z
      .looseObject({ items: z.array(z.looseObject({ id: z.string() })) })
      .parse(await (await page.request.get('/api/cases?ofFlow=mention-care&status=closed')).json());
    const [one] = cases.items;
    if (one === undefined) throw new Error('No case is closed.');
    const other = await openPage(browser, `/cases/${one.id}`);
    await other.getByRole('link', { name: 'Keep as a story of the flow' }).click();
    await panel(other).getByText('words stand in their place', { exact: false }).waitFor();
    expect(await graveOn(other)).toEqual([]);
    await panel(other).getByRole('textbox', { name: 'What to call it' }).fill('From a case');
    await panel(other).getByRole('button', { name: 'Keep this story' }).click();
    await panel(other).getByRole('button', { name: 'From a case', exact: false }).first().waitFor();
    await panel(other).getByText('All 29 hold.').waitFor();
    await panel(other).getByRole('button', { name: 'Take one from a case…' }).click();
    await panel(other)
      .getByRole('list', { name: 'Cases of this flow' })
      .getByRole('button')
      .first()
      .waitFor();
    await other.route('**/api/cases/*/scenario', (route) => route.abort());
    await panel(other).getByRole('list', { name: 'Cases of this flow' }).getByRole('button').last().click();
    await panel(other).getByText('The server does not answer', { exact: false }).waitFor();
    await other.context().close();
    const { version } = z
      .looseObject({ version: z.number() })
      .parse(await (await page.request.get('/api/flows/mention-care/draft/content')).json());
    await page.request.post('/api/flows/mention-care/draft/discard', { data: { version } });
  });

  it('are in order for everybody, wide and narrow, in light and in dark', async () => {
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    const narrow = await openPage(browser, `/flows/${flow}/draft`, { size: NARROW });
    await narrow.getByRole('button', { name: 'Stories', exact: true }).click();
    await panel(narrow).getByText(/hold/).first().waitFor();
    expect((await measured(narrow)).overPx).toBe(0);
    expect(await misplacedOn(narrow)).toEqual([]);
    await narrow.context().close();
    expect(said).toEqual([]);
  });

  it('tell what none of them comes to, where it is, and with a way to begin one that does', async () => {
    const untold = panel().getByRole('region', { name: 'What no story passes' });
    await untold.getByRole('checkbox').check();
    const marks = page.locator('.react-flow__node').getByRole('img', { name: 'No story comes here' });
    expect(await marks.count()).toBe(0);
    await page.locator('.react-flow__node').filter({ hasText: 'Praise?' }).first().click();
    await page.keyboard.press('Control+d');
    await marks.first().waitFor();
    await undo();
    await marks.first().waitFor({ state: 'detached' });
    const row = untold.getByRole('region', { name: 'Which remedy?' }).getByRole('listitem').first();
    const words = await row.innerText();
    const [number] = /^row \d+/.exec(words) ?? [];
    expect(number).toBeDefined();
    await row.getByRole('button', { name: /^row/ }).click();
    await page.getByText('No story comes to this row.').waitFor();
    await page.locator('[data-untold]').first().waitFor();
    await page.getByRole('button', { name: 'Try it', exact: true }).last().click();
    const trial = page.getByRole('complementary', { name: 'Try it' });
    await trial.getByText('Which remedy?').first().waitFor();
    await trial.getByText(`${number}`, { exact: false }).first().waitFor();
  });
});
