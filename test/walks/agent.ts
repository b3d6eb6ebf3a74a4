import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { FIRST_PERSON } from '../../engine/local/first-people.ts';
import { settled } from '../e2e/browser.ts';
import { tabTo, takeFrom, writeInto } from '../e2e/by-keyboard.ts';
import { expectInOrder } from '../e2e/in-order.ts';
import { goTo, recordOf, type WalkedDay } from './walked-day.ts';

const TOLD_WITHIN_MS = 60_000;
const WHY_OVER = 'Mina knows who may change a window by hand.';
const WHY_BACK = 'She asks us something, between the lines.';
const ANSWER = 'Yes, in bridge mode; the address to call is on the back of ours. Tell me how it goes.';
const TO_TILLY =
  'A whole day for nobody: that is ours. Tomorrow at 8 you are the first. $20 are on your account.';

/** Starts the day, and answers what is theirs. */
export function agentWalk(day: WalkedDay): void {
  describe('the agent', () => {
    let page: Page;
    afterAll(() => page?.context().close());

    const card = (title: string) => page.getByRole('region', { name: title, exact: true });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const heard = async (): Promise<number> => {
      const row = await page.getByRole('link', { name: /^Heard/ }).innerText();
      return Number(/\d+$/.exec(row.trim())?.[0]);
    };
    const inList = (title: RegExp) => page.locator('a[href*="task="]').filter({ hasText: title });
    const openTask = async (title: RegExp): Promise<void> => {
      await inList(title).first().waitFor({ timeout: TOLD_WITHIN_MS });
      await inList(title).first().press('Enter');
      await page.waitForURL(/task=/);
      await page.locator('a[aria-current="true"][href*="task="]').filter({ hasText: title }).waitFor();
      await settled(page);
    };

    it('starts the day from the first page, which then fills by itself', async () => {
      page = await day.open('/');
      await page.getByText('Nobody has said anything yet.').waitFor();
      await expectInOrder(page);
      await button('Start the sample day').press('Enter');
      await page.waitForURL(/\/sample\/?$/);
      await page.evaluate(() => Reflect.set(window, 'isSame', true));
      await page.getByText('An invented company. One day lasts a minute here.').waitFor();
      await page.getByRole('link', { name: /^Heard.*\d$/ }).waitFor({ timeout: TOLD_WITHIN_MS });
      const before = await heard();
      await expect.poll(heard, { timeout: TOLD_WITHIN_MS }).not.toBe(before);
      const mine = card('Yours to answer').getByRole('link', { name: /Own router/ });
      await mine.waitFor({ timeout: TOLD_WITHIN_MS });
      expect(await page.evaluate(() => Reflect.get(window, 'isSame'))).toBe(true);
      await expectInOrder(page);
    });

    it('reads a task, gives it back, takes it and answers it, by keyboard', async () => {
      await card('Yours to answer')
        .getByRole('link', { name: /Own router/ })
        .press('Enter');
      await page.waitForURL(/\/sample\/inbox\?who=mine&task=/);
      const said = page.getByRole('group', { name: 'Conversation' });
      await said.getByText('Can I use my own router with Fibre 300').first().waitFor();
      await card('Answer').getByText('How to say it').press('Enter');
      await card('Answer').getByText('Start with the person, not with the company').waitFor();
      await card('Answer').getByText('The rules suggest:').waitFor();
      await expectInOrder(page);
      await button('Give it back').press('Enter');
      await button('Take it').press('Enter');
      await button('Give it back').waitFor();
      await card('Answer').getByLabel('Answer').first().focus();
      await page.keyboard.insertText(ANSWER);
      await button('Send and sign').press('Enter');
      await card('Answer').getByText('You answered this').waitFor();
      await said.getByText(ANSWER).waitFor();
      await inList(/Own router/).waitFor({ state: 'detached' });
    });

    it('hands one over to a colleague who knows more, by keyboard alone', async () => {
      await openTask(/you moved my appointment/);
      await button('Hand over').press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Hand over' });
      await takeFrom(
        page,
        dialog.locator('input[aria-haspopup="listbox"]'),
        'Mina',
        'Mina Farrow · Care desk',
      );
      await writeInto(page, dialog.getByLabel('Why?'), WHY_OVER);
      await tabTo(page, dialog.getByRole('button', { name: 'Hand over' }));
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await card('Answer').getByText('with Mina Farrow').waitFor();
      await inList(/you moved my appointment/).waitFor({ state: 'detached' });
    });

    it('writes down what somebody says on the phone', async () => {
      await page.getByRole('link', { name: 'Log a call' }).press('Enter');
      await page.waitForURL(/calls\/new/);
      await settled(page);
      await expectInOrder(page);
      await page.getByLabel('Name').fill('Wilma Corde');
      await page
        .getByLabel('What they said')
        .fill('Nobody came to me either, the whole morning. Who rings me back?');
      await button('Keep it').press('Enter');
      await page.waitForURL(/\/sample\/cases\/(?!.*new)/);
      await page.getByText('Kept. This is its case.').waitFor();
      await page.getByText('Nobody came to me either').first().waitFor();
      await card('The way it took').getByText('Read the facts').first().waitFor({ timeout: TOLD_WITHIN_MS });
      await expectInOrder(page);
    });

    it('brings back one that the rules put aside', async () => {
      await goTo(page, 'Put aside');
      const noise = page.getByRole('listitem').filter({ hasText: 'Old Corran in pictures' });
      const shown = (await noise.count()) > 0 ? noise.first() : page.locator('main li').first();
      const opened = await shown.getByRole('link', { name: 'Open the case' }).getAttribute('href');
      await expectInOrder(page);
      await shown.getByRole('button', { name: 'With a reason…' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Bring it back' });
      await dialog.getByLabel('Why?').fill(WHY_BACK);
      await dialog.getByRole('button', { name: 'Bring it back' }).press('Enter');
      await page.getByText('It is in work again.').waitFor();
      await page.locator(`main li a[href="${opened}"]`).waitFor({ state: 'detached' });
    });

    it('gives somebody whom two millions hear what the rules give to anybody', async () => {
      await goTo(page, 'Inbox');
      await openTask(/it is past four/);
      await card('Answer')
        .getByText(/The rules suggest:.*What we give: credit · Credit, in dollars: 20/)
        .waitFor();
      await card('Answer').getByLabel('Answer').first().fill(TO_TILLY);
      await button('Send and sign').press('Enter');
      await card('Answer').getByText('You answered this').waitFor();
    });

    it('finds all of it in the record, under their name', async () => {
      const acts = await recordOf(page, FIRST_PERSON.id);
      for (const [act, why] of [
        ['answered a task', ''],
        ['took a task', ''],
        ['gave a task back', ''],
        ['handed a task over “Answer” · to Mina Farrow', WHY_OVER],
        ['logged a call', ''],
        ['brought a case back', WHY_BACK],
      ] as const)
        expect(acts).toContainEqual(
          expect.stringMatching(
            new RegExp(`^You \\| ${act.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}.*\\| ${why}`),
          ),
        );
      await expectInOrder(page);
    });
  });
}
