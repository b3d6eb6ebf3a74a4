import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NARROW, openBrowser, openPage, openWindow, target } from './browser.ts';
import { errorsOn, openCareDraft } from './care-draft.ts';
import { graveIn, measured, misplacedOn } from './visit.ts';

const Entry = z.object({ phrase: z.string(), means: z.string(), weight: z.number().optional() });
const Drawn = z.looseObject({
  content: z.looseObject({ wordLists: z.record(z.string(), z.looseObject({ entries: z.array(Entry) })) }),
});
const MANY = 5_000;

/** An analyst looks after the word lists of a copy of the flow that ships. */
describe.skipIf(target === null)('a word list', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
    said = errorsOn(page);
    flow = await openCareDraft(page, 'Words');
    await page.locator('.react-flow__node').first().waitFor();
  });
  afterAll(() => browser?.close());

  const grid = (): Locator => page.getByRole('grid');
  const cell = (row: number, column: number): Locator =>
    grid().locator(`[role="row"][aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`);
  const files = (): Locator => page.locator('input[type="file"][accept*=".txt"]');
  const undo = (of: string): Locator => page.getByRole('button', { name: `Undo: ${of}` });
  const entries = async (list: string) => {
    await page.getByRole('status').getByText('saved', { exact: true }).waitFor();
    const answer = await page.request.get(`/api/flows/${flow}/draft/content`);
    return Drawn.parse(await answer.json()).content.wordLists[list]?.entries ?? [];
  };
  const openList = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Lists', exact: true }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await grid().waitFor();
  };

  it('is opened from the step that reads with it, and says what each word finds', async () => {
    await page.locator('button[aria-pressed]').filter({ hasText: 'Read the facts' }).click();
    await page.locator('.react-flow__node').filter({ hasText: 'Read the texts' }).first().click();
    const beside = page.getByRole('complementary', { name: 'The chosen step' });
    await beside.getByRole('button', { name: 'What people mean, English' }).click();
    await page.getByRole('heading', { level: 1, name: 'What people mean, English' }).waitFor();
    await cell(1, 4).getByText('any word that begins with “complain”').waitFor();
    await cell(2, 1).and(page.locator('[title*="“complain*”, line 1, finds it as well"]')).waitFor();
  });

  it('tells which words a text holds, where, and what the step answers', async () => {
    const beside = page.locator('aside').getByRole('region', { name: 'Try a text' });
    await beside
      .getByRole('textbox', { name: 'What somebody could write' })
      .fill('So I’m COMPLAINING: nobody came, my lawyer will hear of it!');
    const marks = beside.locator('mark');
    await expect.poll(() => marks.allInnerTexts()).toEqual(['COMPLAINING', 'nobody came', 'lawyer']);
    const answers = beside.getByRole('region', { name: 'What the step answers' });
    await answers.getByText('threatens with the law').waitFor();
    await answers.getByText('missed visit', { exact: true }).first().waitFor();
    await beside.getByRole('button', { name: '“complain*” means complaint' }).click();
    await expect.poll(() => cell(1, 1).evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('is changed word by word, each a deed that can be taken back', async () => {
    const before = await entries('flags-en');
    await cell(1, 1).click();
    await page.keyboard.type('grumbl*');
    await page.keyboard.press('Enter');
    await undo('Changed “complain*” in “What people mean, English”').waitFor();
    expect((await entries('flags-en'))[0]).toEqual({ phrase: 'grumbl*', means: 'complaint' });
    await undo('Changed “complain*” in “What people mean, English”').click();
    await cell(1, 1).getByText('complain*').waitFor();
    expect(await entries('flags-en')).toEqual(before);
  });

  it('says how long a word may be where a hundred thousand characters are written, and keeps the one it had', async () => {
    const before = await entries('flags-en');
    await cell(1, 1).click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('n'.repeat(100_000));
    const full = grid().getByText('No more fits: at most 500 characters.');
    await full.waitFor();
    // It stands below all that is written.
    const [told, written] = await Promise.all([full.boundingBox(), grid().locator('textarea').boundingBox()]);
    expect(told?.y).toBeGreaterThanOrEqual((written?.y ?? 0) + (written?.height ?? Infinity));
    await page.keyboard.press('Escape');
    expect(await entries('flags-en')).toEqual(before);
  });

  it('keeps a line once it says something, and tells until then what it lacks', async () => {
    const before = await entries('flags-en');
    await page.getByRole('button', { name: 'Add a word' }).click();
    const last = before.length + 1;
    await cell(last, 1).waitFor();
    await page.keyboard.type('no*nsense');
    await page.getByText('here it stands for nothing').first().waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '1 line not kept yet' }).waitFor();
    expect(await entries('flags-en')).toEqual(before);
    await page.keyboard.type('complaint');
    await page.keyboard.press('Enter');
    await undo('Added “no*nsense” to “What people mean, English”').waitFor();
    await cell(last, 1).click();
    await page.getByRole('button', { name: 'nonsense', exact: true }).click();
    await undo('Changed “no*nsense” in “What people mean, English”').waitFor();
    expect((await entries('flags-en')).at(-1)).toEqual({ phrase: 'nonsense', means: 'complaint' });
    await cell(last, 1).click();
    await page.getByRole('button', { name: 'Rows', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await undo('Removed “nonsense” from “What people mean, English”').waitFor();
    expect(await entries('flags-en')).toEqual(before);
  });

  it('goes out to a workbook, and comes back from it and from a text', async () => {
    const before = await entries('flags-en');
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /^Excel/ }).click();
    const path = await (await file).path();
    const bytes = await readFile(path);
    await files().setInputFiles({ name: 'words.xlsx', mimeType: 'application/octet-stream', buffer: bytes });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It says what the list says already.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    const text = Buffer.from('worst\tcomplaint\nutter rubbish\n');
    await files().setInputFiles({ name: 'words.txt', mimeType: 'text/plain', buffer: text });
    await dialog.getByRole('textbox', { name: 'What 1 line without a meaning mean' }).fill('complaint');
    await dialog.getByText('1 word added, 0 changed, 0 removed').waitFor();
    await dialog.getByRole('button', { name: 'Take them' }).click();
    await undo('Added “utter rubbish” to “What people mean, English”').click();
    await page.getByRole('button', { name: 'Paste lines…' }).click();
    await dialog.getByRole('textbox', { name: /^One word or phrase a line/ }).fill('dead slow\ncomplaint');
    await dialog.getByText('2 lines cannot be taken:').waitFor();
    await page.keyboard.press('Escape');
    expect(await entries('flags-en')).toEqual(before);
  });

  it('holds five thousand words and answers at once', async () => {
    await page.goBack();
    await openList('Topics, English');
    const lines = Array.from({ length: MANY }, (_, at) => `word${at} thing*\toutage`).join('\n');
    await files().setInputFiles({ name: 'many.txt', mimeType: 'text/plain', buffer: Buffer.from(lines) });
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^5,000 words added/).waitFor();
    await dialog.getByRole('button', { name: 'Take them' }).click();
    await undo('Added 5,000 words to “Topics, English”').waitFor();
    await expect.poll(() => grid().getAttribute('aria-rowcount').then(Number)).toBeGreaterThan(MANY);
    expect(await grid().locator('[role="row"]').count()).toBeLessThan(80);
    await page.locator('aside').getByRole('textbox').fill('My word4999 things are gone');
    await page.locator('aside').getByRole('button', { name: '“word4999 thing*” means outage' }).click();
    const active = page.locator('[role="gridcell"][tabindex="0"]');
    await active.getByText('word4999 thing*').waitFor();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: '1 line not kept yet' }).waitFor();
    await page.keyboard.type('at last');
    await page.keyboard.press('Enter');
    await undo('Changed “word4999 thing*” in “Topics, English”').waitFor();
    expect((await entries('topics-en')).at(-1)?.phrase).toBe('at last');
  });

  it('is begun under a name of its own, for what it is for', async () => {
    await page.goBack();
    await page.getByRole('button', { name: 'Lists', exact: true }).click();
    await page.getByRole('menuitem', { name: 'New word list…' }).click();
    const dialog = page.getByRole('dialog', { name: 'A new word list' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('topics, english');
    await dialog.getByRole('button', { name: 'Begin it' }).click();
    await dialog.getByText('Another word list has this name.').waitFor();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Our own steps');
    await dialog.getByRole('combobox', { name: 'What it is for' }).click();
    await page.getByRole('option', { name: 'Steps of your own work' }).click();
    await dialog.getByText(/^Says which step of your own work/).waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await dialog.getByRole('button', { name: 'Begin it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Our own steps' }).waitFor();
    await undo('Began the word list “Our own steps”').waitFor();
    await page.getByRole('button', { name: 'Add a word' }).click();
    await cell(1, 1).waitFor();
    await page.keyboard.type('lost form');
    await page.keyboard.press('Tab');
    await page.keyboard.type('paper');
    await page.keyboard.press('Enter');
    await undo('Added “lost form” to “Our own steps”').waitFor();
  });

  it('is led to at the word that a problem is about', async () => {
    await page.getByRole('link', { name: /^Words \d+ ›$/ }).click();
    const problems = page.getByRole('region', { name: 'Problems' });
    await problems
      .getByRole('button', { name: /“Our own steps”, line 1, “lost form”: Nothing is done with “paper”/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Our own steps' }).waitFor();
    await cell(1, 2).getByText('paper').waitFor();
    await expect.poll(() => cell(1, 2).evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('is called otherwise and taken away, each in one act that can be taken back', async () => {
    const dialog = page.getByRole('dialog');
    const title = (name: string): Promise<void> =>
      page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    const ask = async (what: string): Promise<void> => {
      await page.getByRole('button', { name: 'List', exact: true }).click();
      await page.getByRole('menuitem', { name: what }).click();
      await dialog.waitFor();
    };
    await ask('Rename…');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('What breaks');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await title('What breaks');
    await undo('Renamed the word list “Our own steps” to “What breaks”').click();
    await title('Our own steps');
    await ask('Take it away…');
    const readers = dialog.getByRole('region', { name: 'These steps read with it' });
    await readers.getByText('Read the texts · Read the facts').waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await dialog.getByRole('button', { name: 'Take it away' }).click();
    await page.locator('.react-flow__node').first().waitFor();
    await undo('Took the word list “Our own steps” away').waitFor();
    await page.getByRole('button', { name: 'Lists', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Topics, English/ }).waitFor();
    expect(await page.getByRole('menuitem', { name: /^Our own steps/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await undo('Took the word list “Our own steps” away').click();
    await title('Our own steps');
    await cell(1, 1).getByText('lost form').waitFor();
  });

  it('stays where steps would have nothing to send without it', async () => {
    await page.getByRole('link', { name: /^Words \d+ ›$/ }).click();
    await openList('What Earshot says by itself, English');
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Take it away…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^It stays:/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Take it away' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'detached' });
    expect(await entries('wording-en')).not.toEqual([]);
  });

  it('is in order for everybody, wide and narrow, in light and in dark', async () => {
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    const at = `/flows/${flow}/draft?words=flags-en`;
    const narrow = await openPage(browser, at, { size: NARROW });
    await narrow.getByRole('grid').waitFor();
    expect((await measured(narrow)).overPx).toBeLessThanOrEqual(0);
    expect(await misplacedOn(narrow)).toEqual([]);
    await narrow.context().close();
    expect(said).toEqual([]);
  });
});
