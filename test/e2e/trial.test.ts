import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NARROW, openBrowser, openPage, openWindow, settled, target } from './browser.ts';
import { errorsOn, openCareDraft } from './care-draft.ts';
import { graveIn, misplacedOn } from './visit.ts';

const STORY = 'A complaint is put right';

/** An analyst tries a draft of the flow that ships as it is drawn. */
describe.skipIf(target === null)('trying a draft', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
    said = errorsOn(page);
    flow = await openCareDraft(page, 'Tried');
    await step('Who is it?').waitFor();
  });
  afterAll(() => browser?.close());

  const step = (name: string): Locator =>
    page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });
  const panel = (): Locator => page.getByRole('complementary', { name: 'Try it' });
  const button = (name: string | RegExp): Locator => panel().getByRole('button', { name, exact: true });
  const now = (): Locator => panel().getByRole('region', { name: 'Now' });
  const shown = (): Locator => panel().locator('[aria-current="step"]');
  const happens = (): Promise<readonly string[]> =>
    panel().getByRole('region', { name: 'What happens' }).locator('li').allInnerTexts();
  const beginStory = async (name: string): Promise<void> => {
    await panel().getByRole('combobox', { name: 'Which story' }).click();
    await page.getByRole('option', { name, exact: true }).click();
    await button('Begin').click();
    await shown().waitFor();
  };

  it('opens by a key, begins a story that ships, and goes through it step by step', async () => {
    await page.keyboard.press('t');
    await beginStory(STORY);
    await now().getByText('It begins: A mention arrives').waitFor();
    await page.keyboard.press('ArrowRight');
    await now().getByText('Goes into “Read the facts”').waitFor();
    await page.keyboard.press('ArrowRight');
    // What happens in a called flow is seen on its own drawing.
    await page.getByRole('region', { name: 'Read the facts' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await step('Worth an answer?').waitFor();
    expect(new URL(page.url()).searchParams.get('flow')).toBe(flow);
  });

  it('stops where it is told to, and says why a rule decided as it did', async () => {
    await step('Our own error?').click();
    await panel().getByRole('checkbox', { name: 'Stop at “Our own error?”' }).check();
    await button('To the next stop, or the end').click();
    await now().getByText('Our own error? yes').waitFor();
    await now()
      .getByRole('list', { name: 'Our own error?' })
      .getByRole('img', { name: /^Row \d matched$/ })
      .waitFor();
    await panel().getByRole('region', { name: 'Changed here' }).getByText('own error').waitFor();
    expect(await step('Our own error?').getByText('here now').count()).toBe(1);
    expect(await step('Who is it?').getByText('done').count()).toBe(1);
    expect(await page.locator('[data-went="now"]').count()).toBe(1);
    await button('To the next stop, or the end').click();
    await panel().getByText('It is over: put right.').waitFor();
    await panel().getByText('Happy?', { exact: false }).first().waitFor();
  });

  it('plays by itself, and pauses', async () => {
    await page.keyboard.press('Home');
    await now().getByText('It begins').waitFor();
    await page.keyboard.press('p');
    await button('Pause').waitFor();
    await now().getByText('Goes into “Read the facts”').waitFor();
    await page.keyboard.press('p');
    await button('Play').waitFor();
  });

  it('goes another way from an answer that was changed', async () => {
    const before = await happens();
    await panel().getByRole('region', { name: 'What happens' }).getByText('Read the texts').first().click();
    await button('Change this answer…').click();
    await panel().getByRole('checkbox', { name: 'Complaint' }).uncheck();
    await panel().getByRole('checkbox', { name: 'Missed visit' }).uncheck();
    await button('Go on with this').click();
    await expect.poll(happens).not.toEqual(before);
    const after = await happens();
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect([before, after].map((all) => all.find((text) => text.startsWith('Our own error?')))).toEqual([
      'Our own error? yes',
      'Our own error? no',
    ]);
  });

  it('asks for whatever nobody has said, lets time pass, and hears what comes', async () => {
    await button('Begin anew…').click();
    await panel().getByText('What somebody writes').click();
    await panel().getByRole('textbox', { name: 'What they write' }).fill('The technician never came again');
    await button('Begin').click();
    await panel().getByText('The technician never came again').waitFor();
    const asks = (name: string): Locator =>
      panel().getByRole('region', { name: `What comes of “${name}”?`, exact: true });
    /** On and on, past every stop, until that is asked. */
    const until = async (name: string): Promise<Locator> => {
      await expect
        .poll(async () => {
          await page.keyboard.press('End');
          return asks(name).count();
        })
        .toBe(1);
      return asks(name);
    };
    const goOn = (): Promise<void> => button('Go on with this').click();
    await (await until('First owner')).getByRole('combobox', { name: 'Team' }).fill('care-desk');
    await goOn();
    const facts = await until('Read the texts');
    await facts.getByRole('checkbox', { name: 'Missed visit' }).check();
    await facts.getByRole('checkbox', { name: 'Complaint' }).check();
    await goOn();
    await until('Look them up');
    await goOn();
    await (await until('Give it an owner')).getByRole('combobox', { name: 'Team' }).fill('care-desk');
    await goOn();
    await (await until('Answer')).getByText('What does the person answer at “Answer”?').waitFor();
    await step('Answer').getByText('here now').waitFor();
    await button('They write again').click();
    await now().getByText('They write again').waitFor();
    await button('Until something happens').click();
    // It may also not work: then the flow goes the way that is drawn for that, or is stuck.
    await (await until('Nobody acts?')).getByRole('combobox', { name: 'It does not work' }).click();
    await page.getByRole('option', { name: 'it took too long' }).click();
    await button('Let it not work').click();
    await now().getByText('It cannot go on alone.', { exact: false }).waitFor();
    await step('Nobody acts?').getByText('stuck').waitFor();
    await until('Answer');
  });

  it('is in order for everybody, wide and narrow, in light and in dark', async () => {
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'The chosen step' }).waitFor();
    const narrow = await openPage(browser, `/flows/${flow}/draft`, { size: NARROW });
    await settled(narrow);
    await narrow.getByRole('button', { name: 'Try it' }).click();
    await narrow.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    expect(await misplacedOn(narrow)).toEqual([]);
    await narrow.context().close();
    expect(said).toEqual([]);
  });
});
