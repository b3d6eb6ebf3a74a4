import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { filterBy, narrowedToCase, settled } from '../e2e/browser.ts';
import { expectInOrder } from '../e2e/in-order.ts';
import { goTo, workAs, type WalkedDay } from './walked-day.ts';

/** What stands in a list of names with what is known of them. */
type Facts = { readonly [name: string]: string };

/** Reads who did what and why, and whether everybody is treated alike. */
export function auditorWalk(day: WalkedDay): void {
  describe('the auditor', () => {
    let page: Page;
    afterAll(() => page?.context().close());

    const card = (title: string) => page.getByRole('region', { name: title, exact: true });
    const column = async (place: number): Promise<readonly string[]> =>
      (await page.locator(`tbody td:nth-child(${place})`).allInnerTexts()).map((text) => text.trim());
    const openCase = async (brokenStep: string, said: RegExp): Promise<void> => {
      await page.goto(`/sample/cases?brokenStep=${brokenStep}&sort=opened`, {
        waitUntil: 'domcontentloaded',
      });
      await settled(page);
      await page.locator('td a[href*="/cases/"]').filter({ hasText: said }).first().press('Enter');
      await page.getByRole('heading', { level: 1, name: said }).waitFor();
      await settled(page);
    };
    const factsOf = (title: string): Promise<Facts> =>
      card(title)
        .locator('dt')
        .evaluateAll((names) =>
          Object.fromEntries(
            names.map((name) => [
              name.textContent ?? '',
              // Who confirmed it, and when, differs from case to case.
              (name.nextElementSibling?.querySelector('b') ?? name.nextElementSibling)?.textContent ?? '',
            ]),
          ),
        );
    /** What was decided and given, without what differs from person to person. */
    const decidedOf = async (brokenStep: string, said: RegExp) => {
      await openCase(brokenStep, said);
      const matter = await factsOf('The matter');
      const known = await factsOf('What we know');
      return {
        broke: matter['what broke'],
        ownError: matter['our error'],
        priority: /^\w+/.exec(matter['priority'] ?? '')?.[0],
        team: matter['owner']?.split(' · ').at(-1),
        due: known['due'],
        ladder: known['ladder'],
        given: [known['kind'], known['amount'], known['months']],
      };
    };

    it('is Amos Keller, and finds in the record what one person did, of one kind, in one case', async () => {
      page = await day.open('/sample/record');
      await workAs(page, 'Amos Keller', 'auditor');
      await filterBy(page, 'Who', 'You');
      expect(new Set(await column(2))).toEqual(new Set(['You']));
      await filterBy(page, 'Did what', 'answered a task');
      for (const act of await column(3)) expect(act).toMatch(/^answered a task “Answer”/);
      await page.getByRole('link', { name: /^Only in “waited all day for the technician/ }).press('Enter');
      await narrowedToCase(page);
      expect(await column(3)).toHaveLength(1);
      await expectInOrder(page);
      await page.getByRole('link', { name: 'Open the case' }).press('Enter');
      await page.waitForURL(/\/sample\/cases\//);
      await settled(page);
    });

    it('reads what happened in it: what each step got and answered, how long it took, who acted', async () => {
      const happened = card('What happened');
      for (const told of [
        'Heard on tweet',
        'You answered: Answer',
        'A person is asked: Answer',
        'Look them up',
      ])
        await happened.getByText(told, { exact: true }).first().waitFor();
      await happened.getByRole('button', { name: 'Look them up' }).press('Enter');
      await card('Look them up').getByText('What it answered').waitFor();
      await card('Look them up').getByText('Nothing but the case itself.').waitFor();
      const found = await factsOf('Look them up');
      expect(found).toMatchObject({ known: 'no', certainty: 'nothing', 'contacts this month': '1' });
      expect(await card('Look them up').innerText()).toMatch(/ · (at once|\d+ (s|min|h))/);
      await happened.getByRole('button', { name: 'You answered: Answer' }).press('Enter');
      const answer = page
        .getByRole('region', { name: 'Answer', exact: true })
        .filter({ hasText: 'What they answered' });
      await answer.getByText('You answered this').waitFor();
      expect(await answer.innerText()).toMatch(/answered by\s+You/);
      await expectInOrder(page);
    });

    it('reads the way it took on the flow in its own revision', async () => {
      await page.getByRole('radio', { name: 'Whole flow' }).press('Space');
      const way = card('The way it took');
      await way.getByText('revision 1').waitFor();
      for (const step of ['Read the facts', 'What broke?', 'Answer'])
        await way
          .getByRole('button', { name: new RegExp(`^${step.replace('?', '\\?')}.*done`) })
          .first()
          .waitFor();
      await way.getByRole('button', { name: /^Thanked.*not taken/ }).waitFor();
      await expectInOrder(page);
    });

    it('finds two alike whom 12 and 2,000,000 people hear', async () => {
      const small = await decidedOf('technician+pickup', /it is four now/);
      expect(small).toMatchObject({
        broke: 'technician pickup',
        priority: 'high',
        ownError: 'yes',
        team: 'Field desk',
        given: ['credit', '20', '0'],
      });
      expect(await decidedOf('technician+pickup', /it is past four/)).toEqual(small);
    });

    it('finds the one error that three tell on three channels decided alike', async () => {
      const byTweet = await decidedOf('system+entry', /two withdrawals of/);
      expect(byTweet).toMatchObject({ broke: 'system entry', ownError: 'yes', team: 'Billing and orders' });
      expect(await decidedOf('system+entry', /Autopay went through two times/)).toEqual(byTweet);
      expect(await decidedOf('system+entry', /Autopay, two times/)).toEqual(byTweet);
    });

    it('finds in the record what the analyst did, and may do none of it', async () => {
      await goTo(page, 'Record');
      await filterBy(page, 'Who', 'Iris Vollmer');
      await filterBy(page, 'Did what', 'archived a flow');
      expect(await column(4)).toEqual(['The shops have none of their own yet.']);
      await goTo(page, 'Flows');
      expect(await page.getByRole('button', { name: /^(New flow|What to do with)/ }).count()).toBe(0);
    });
  });
}
