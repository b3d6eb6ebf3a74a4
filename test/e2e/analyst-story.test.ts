import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { builtPages } from '../../engine/local/pages.ts';
import { capture } from '../setup/capture.ts';
import { startProcesses, type EarshotProcesses } from '../setup/earshot-processes.ts';
import { drawingHand } from './analyst-story/drawing-hand.ts';
import { NETWORK_TOLD } from './analyst-story/tell-network.ts';
import { openBrowser, openPage, settled, target } from './browser.ts';
import { graveIn } from './visit.ts';

const CARE = 'mention-care';
const OUTAGE = 'The internet is down again in the whole street. When is it back?';
const WHY = 'Fresh outages are the network team’s from the first minute.';
const STORY = 'A fresh outage is the network team’s';
/** Tells of an outage as well, so the new way takes it along. */
const SHIPPED_STORY = 'Sin internet desde ayer';
const TELL = 'Tell the network team';
const AUTHOR = { externalId: 'street-corner', handle: 'street_corner' };
const SOON = { timeout: 60_000, interval: 200 };

/**
 * What somebody does who decides how cases are handled and has never programmed: from a new rule and a new step to cases
 * that go that way, while those before it go theirs. The worker is one of their own company, with an activity more.
 */
describe.skipIf(target === null)('an analyst', () => {
  let browser: Browser;
  let earshot: EarshotProcesses;
  let page: Page;
  let early = '';
  const said: string[] = [];
  beforeAll(async () => {
    earshot = await startProcesses({
      name: 'analyst',
      pages: builtPages,
      workerScript: 'test/e2e/analyst-story/worker.ts',
    });
    [early = ''] = await capture(earshot, [{ text: OUTAGE, threadId: 'early', author: AUTHOR }]);
    browser = await openBrowser();
    page = await openPage(browser, '/flows', { of: earshot });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => said.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await earshot?.close();
  });

  const hand = () => drawingHand(page);
  const button = (name: string | RegExp, within: Page | Locator = page): Locator =>
    within.getByRole('button', { name, exact: true });
  const cell = (row: number, column: number): Locator =>
    page.locator(`[role="gridcell"][data-row="${row - 1}"][data-column="${column}"]`);
  const expectInOrder = async (): Promise<void> =>
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
  const waitsAt = async (caseId: string): Promise<{ readonly id: string; readonly version: number }> =>
    vi.waitFor(async () => {
      const tasks = await earshot.store.tasks.byCase(caseId);
      const open = tasks.find(({ name, status }) => name === 'Answer' && status === 'open');
      if (open === undefined) throw new Error('The case asks nobody yet.');
      return open;
    }, SOON);
  const stepsOf = async (caseId: string): Promise<ReadonlySet<string>> =>
    new Set((await earshot.store.cases.trail(caseId)).map(({ node }) => node));
  const tellings = async (caseId: string) => {
    const { items } = await earshot.store.audit.list({ act: NETWORK_TOLD.act, caseId });
    return items.map(({ detail }) => detail);
  };

  it('begins a draft of the flow that ships', async () => {
    await page.getByRole('link', { name: 'Mention care', exact: true }).click();
    await page.getByRole('link', { name: 'Draw', exact: true }).click();
    await button('Begin a draft').click();
    await hand().step('Urgency, team').waitFor();
    await hand().problems.getByText('Nothing is wrong.').waitFor();
  });

  it('has a rule look at how long ago something was said, in words', async () => {
    await hand().step('Urgency, team').dblclick();
    await hand().step('Which skill?').dblclick();
    await page.getByRole('heading', { level: 1, name: 'Which skill?' }).waitFor();
    await button('Column').click();
    await page.getByRole('menuitem', { name: 'time since said', exact: true }).click();
    await cell(4, 3).click();
    await page.keyboard.type('1 hour or less');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(4, 3).innerText()).toBe('1 h or less');
  });

  it('sees who is left without an answer by that, and closes the gaps by their buttons', async () => {
    await page.getByText('If no row fits: care').waitFor();
    await button('Take this away').click();
    await page.getByText('2 gaps').waitFor();
    await page.getByText('more than 1 h').waitFor();
    await expectInOrder();
    await button('Add this row').first().click();
    await page.keyboard.type('care');
    await page.keyboard.press('Enter');
    // A text without quotes is no text yet: what puts it right is a button.
    await button('A text stands in double quotes: write "care"').click();
    await page.getByText('1 gap', { exact: true }).waitFor();
    await button('Add this row').click();
    await page.keyboard.type('"care"');
    await page.keyboard.press('Enter');
    await page.getByText('no gap').waitFor();
    await page.getByLabel('topic', { exact: true }).click();
    await page.getByRole('option', { name: 'outage' }).click();
    await page.getByLabel('time since said', { exact: true }).fill('20 min');
    await page.getByText('row 4 — ').waitFor();
    await page.getByLabel('time since said', { exact: true }).fill('3 hours');
    await page.getByLabel('broken step', { exact: true }).click();
    await page.getByRole('option', { name: 'other' }).click();
    await page.getByLabel('legal threat', { exact: true }).click();
    await page.getByRole('option', { name: 'no', exact: true }).click();
    await page.getByText('row 10 — ').waitFor();
    await page.getByRole('link', { name: 'Mention care ›' }).click();
  });

  it('draws a branch and the step that the own worker brings, and is told what they lack', async () => {
    const { step, panel, palette, problems, dropBetween, join, writeRule } = hand();
    await page
      .getByRole('region', { name: 'Urgency, team' })
      .getByRole('button', { name: 'Mention care' })
      .click();
    await step('Urgency, team').click();
    await button('Branch', palette).click();
    // Until the panel tells of the new step, what is written goes to the one that was chosen before.
    await panel.getByRole('region', { name: 'Which way?' }).waitFor();
    await panel.getByLabel('Name of the step').fill('A fresh outage?');
    await page.keyboard.press('Enter');
    await writeRule(panel.getByRole('textbox', { name: /^If/ }), 'skill = "network"');
    await dropBetween(TELL, 'A fresh outage?', 'Give it an owner');
    await panel.getByText('Calls whoever of the network team is on duty to an outage.').waitFor();
    await problems.getByText(`“${TELL}” must be given “how”.`).waitFor();
    await panel.getByText('Ring them at night as well, or leave a message').waitFor();
    await panel.getByRole('combobox', { name: /^How/ }).click();
    await page.getByRole('option', { name: 'ring', exact: true }).click();
    const minutes = panel.getByRole('textbox', { name: /^Within minutes/ });
    await writeRule(minutes, '"soon"');
    await panel.getByText(`and “${TELL}” takes a number.`).waitFor();
    await writeRule(minutes, '15');
    await writeRule(panel.getByRole('textbox', { name: /^Area/ }), 'region');
    await page.keyboard.press('Escape');
    await join('A fresh outage?', 'otherwise', 'Give it an owner');
    await problems.getByText('Nothing is wrong.').waitFor();
    await hand().saved();
    await expectInOrder();
  });

  it('tries it, beginning from a story that is there, and keeps what came of it', async () => {
    await button('Try it').click();
    const trial = page.getByRole('complementary', { name: 'Try it' });
    const happens = trial.getByRole('region', { name: 'What happens' });
    const begin = async (story: string): Promise<void> => {
      await trial.getByRole('combobox', { name: 'Which story' }).click();
      await page.getByRole('option', { name: story, exact: true }).click();
      await button('Begin', trial).click();
      await trial.locator('[aria-current="step"]').waitFor();
    };
    /** On and on: what was answered is told a moment later. */
    const onUntil = (shown: Locator): Promise<void> =>
      vi.waitFor(async () => {
        await page.keyboard.press('End');
        if ((await shown.count()) === 0) throw new Error(`It does not come to ${String(shown)}`);
      }, SOON);
    const answerForNetwork = async (): Promise<void> => {
      const asked = trial.getByRole('region', { name: `What comes of “${TELL}”?` });
      await onUntil(asked);
      await asked.getByRole('checkbox', { name: 'Told' }).check();
      await asked.getByRole('textbox', { name: /^Ticket/ }).fill('NET-1');
      await button('Go on with this', asked).click();
      await onUntil(trial.getByText('It is over: put right.'));
      await happens.getByText(TELL).first().waitFor();
    };
    const keep = async (name: string): Promise<void> => {
      await trial.getByText('Keep it as a story of this flow').click();
      await trial.getByLabel('What to call it').fill(name);
      await button('Keep this story', trial).click();
      await trial.getByText('Kept. Undo takes it back.').waitFor();
    };
    await begin('A complaint is put right');
    await happens.getByText('Read the texts').first().click();
    await button('Change this answer…', trial).click();
    for (const [field, value] of [
      ['Topic', 'outage'],
      ['Broken step', 'nothing'],
    ] as const) {
      await trial.getByRole('combobox', { name: new RegExp(`^${field}\\b`) }).click();
      await page.getByRole('option', { name: value, exact: true }).click();
    }
    await trial.getByRole('checkbox', { name: 'Missed visit' }).uncheck();
    await trial.getByRole('checkbox', { name: 'Outage' }).check();
    await button('Go on with this', trial).click();
    await answerForNetwork();
    await expectInOrder();
    await keep(STORY);
    await button('Begin anew…', trial).click();
    await begin(SHIPPED_STORY);
    await answerForNetwork();
    await keep(SHIPPED_STORY);
    await hand().saved();
  });

  it('publishes it, after seeing what it changes, with a why', async () => {
    expect(await waitsAt(early)).toBeDefined();
    await page.getByRole('link', { name: 'Publish…' }).click();
    await page.getByText('Nothing is wrong.').waitFor();
    const inWords = page.getByRole('region', { name: 'In words' });
    await inWords.getByText(TELL).first().waitFor();
    await expectInOrder();
    await page.getByLabel('What changes, and why?').fill(WHY);
    await button('Publish').click();
    await page.waitForURL(new RegExp(`/flows/${CARE}$`));
    await page.getByText('Revision 2 is live from now on').waitFor();
    expect(await earshot.store.releases.history(CARE)).toMatchObject([{ why: WHY }, {}]);
    const live = await earshot.store.releases.live(CARE);
    const stories = await earshot.store.revisions.scenarios(live?.hash ?? '');
    expect(Object.values(stories).map(({ name }) => name)).toContain(STORY);
  });

  it('sees a new outage go the new way', async () => {
    const [fresh = '', old = ''] = await capture(earshot, [
      { text: OUTAGE },
      { text: OUTAGE, occurredAt: new Date(Date.now() - 3 * 3_600_000).toISOString() },
    ]);
    await Promise.all([waitsAt(fresh), waitsAt(old)]);
    expect(await tellings(fresh)).toEqual([
      { team: NETWORK_TOLD.team, how: 'ring', area: null, withinMinutes: 15 },
    ]);
    // What was said three hours ago is heard as late as this, and is no alarm any more.
    expect(await tellings(old)).toEqual([]);
    await page.goto(`/cases/${fresh}`, { waitUntil: 'domcontentloaded' });
    await settled(page);
    await button(new RegExp(`^${TELL}`))
      .first()
      .click();
    await page.getByText('NET-').first().waitFor();
    await expectInOrder();
  });

  it('sees the case that waited before it go its own way to its end', async () => {
    const { id, version } = await waitsAt(early);
    const [first] = (await earshot.store.releases.history(CARE)).toReversed();
    const answers = { text: 'It is back at six. Al', way: 'here', remedy: 'apology', step: 'none' };
    const answered = await page.request.post(`/api/tasks/${id}/answer`, { data: { version, answers } });
    expect(answered.status()).toBe(200);
    await vi.waitFor(
      async () => expect((await earshot.store.cases.find(early))?.status).toBe('waiting'),
      SOON,
    );
    await capture(earshot, [{ text: 'Thank you, it works again!', threadId: 'early', author: AUTHOR }]);
    await vi.waitFor(
      async () =>
        expect(await earshot.store.cases.find(early)).toMatchObject({
          status: 'closed',
          outcome: 'put right',
          revision: first?.hash,
        }),
      SOON,
    );
    expect(await tellings(early)).toEqual([]);
    expect(await stepsOf(early)).toContain('give-owner');
    expect(said).toEqual([]);
  });
});
