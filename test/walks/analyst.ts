import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { settled } from '../e2e/browser.ts';
import { expectInOrder } from '../e2e/in-order.ts';
import { goTo, recordOf, workAs, type WalkedDay } from './walked-day.ts';

const CARE = 'Mention care';
const COPY = 'Mention care for shops';
const WHY = 'The shops have none of their own yet.';

/** Holds the day, reads how cases are worked on, and begins something new. */
export function analystWalk(day: WalkedDay): void {
  describe('the analyst', () => {
    let page: Page;
    afterAll(() => page?.context().close());

    const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
    const card = (title: string) => page.getByRole('region', { name: title, exact: true });
    /** Chooses what the page of flows lists, as a keyboard does. */
    const list = async (what: string): Promise<void> => {
      await goTo(page, 'Flows');
      await page.getByRole('radio', { name: what, exact: true }).press('Space');
      await settled(page);
    };
    const choose = async (flow: string, act: RegExp): Promise<void> => {
      await page.getByRole('button', { name: `What to do with ${flow}`, exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: act }).press('Enter');
    };
    const rows = () => page.locator('tbody tr').count();

    it('is Iris Vollmer, and lets time stand still', async () => {
      page = await day.open('/sample/');
      await workAs(page, 'Iris Vollmer', 'analyst');
      await page.getByRole('radio', { name: 'Hold' }).press('Space');
      await page.getByText('An invented company. Time stands still.').waitFor();
    });

    it('reads the flow as it is drawn, and who made each revision, when and why', async () => {
      await goTo(page, 'Flows');
      const flow = page.getByRole('listitem').filter({ hasText: CARE });
      await flow.getByText(/^1 revision · .+ by You · The flow that comes with Earshot/).waitFor();
      await flow.getByText('takes new cases').waitFor();
      await page.getByRole('link', { name: CARE, exact: true }).press('Enter');
      await heading(CARE).waitFor();
      await page.getByRole('button', { name: 'Who is it?', exact: true }).first().waitFor();
      await page.getByRole('combobox', { name: 'Revision' }).press('Enter');
      const revision = page.getByRole('option', { name: /^revision 1 · .+ · live/ });
      expect(await revision.innerText()).toMatch(/by You · The flow that comes with Earshot/);
      await page.keyboard.press('Escape');
      await page
        .getByRole('button', { name: /^What broke\?/ })
        .first()
        .press('Enter');
      await page.getByRole('group', { name: 'What broke?' }).locator('tbody tr').nth(9).waitFor();
      await expectInOrder(page);
    });

    it('opens a decision table and a word list, with the revisions that changed them', async () => {
      for (const [kind, name, size] of [
        ['Tables', 'How urgent?', /rows$/],
        ['Word lists', 'Mood of signs', /words$/],
      ] as const) {
        await list(kind);
        await page.getByRole('link', { name, exact: true }).press('Enter');
        await heading(name).waitFor();
        const revision = page
          .getByRole('region', { name: `In ${CARE}` })
          .getByRole('link', { name: /^revision 1/ });
        await revision.getByText('The flow that comes with Earshot').waitFor();
        expect(await revision.innerText()).toMatch(/by You/);
        await page.getByText(size).first().waitFor();
        await page.getByRole('group', { name }).locator('tbody tr').nth(3).waitFor();
        await expectInOrder(page);
      }
    });

    it('copies the flow, begins another, and archives the copy, all under their own name', async () => {
      await goTo(page, 'Flows');
      await choose(CARE, /^Duplicate/);
      await page
        .getByRole('dialog', { name: `Duplicate “${CARE}”` })
        .getByLabel('Name')
        .fill(COPY);
      await page.keyboard.press('Enter');
      await heading(COPY).waitFor();
      await page.getByText('Nothing is wrong with it: it can be released.').waitFor();
      await expectInOrder(page);
      await goTo(page, 'Flows');
      await page.getByRole('button', { name: 'New flow' }).press('Enter');
      await page.getByRole('dialog', { name: 'New flow' }).getByLabel('Name').fill('Complaints of shops');
      await page.keyboard.press('Enter');
      await heading('Complaints of shops').waitFor();
      await goTo(page, 'Flows');
      await choose(COPY, /^Archive/);
      const dialog = page.getByRole('dialog', { name: `Archive “${COPY}”` });
      await dialog.getByLabel('Why?').fill(WHY);
      await dialog.getByRole('button', { name: 'Archive it' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Archived: 1').waitFor();
      await expectInOrder(page);
      expect(await recordOf(page, 'iris-vollmer')).toEqual([
        `Iris Vollmer | archived a flow “${COPY}” | ${WHY}`,
        'Iris Vollmer | began a flow “Complaints of shops” | ',
        `Iris Vollmer | copied a flow “${COPY}” · of “${CARE}” | `,
      ]);
    });

    it('goes from the number at a step to the cases that it counts', async () => {
      await goTo(page, 'Today');
      const mark = page.getByRole('link', { name: /^\d+ cases? here now$/ }).first();
      await mark.waitFor();
      await expectInOrder(page);
      const count = Number((await mark.innerText()).trim());
      await mark.press('Enter');
      await page.waitForURL(/\/sample\/cases\?.*node=/);
      await settled(page);
      await expect.poll(rows).toBe(count);
      await expectInOrder(page);
    });

    it('goes from what broke most to its cases, and to the row of the table that said so', async () => {
      await page.goto('/sample/?since=all', { waitUntil: 'domcontentloaded' });
      await settled(page);
      const most = card('What broke').getByRole('link').first();
      const count = Number(/\d+$/.exec((await most.innerText()).trim())?.[0]);
      expect(await most.innerText()).toMatch(/^Technician pickup/);
      await most.press('Enter');
      await page.waitForURL(/brokenStep=technician\+pickup/);
      await settled(page);
      await expect.poll(rows).toBe(count);
      await page.getByRole('link', { name: 'Half past six', exact: true }).press('Enter');
      await heading('Half past six').waitFor();
      await settled(page);
      await page
        .getByRole('button', { name: /^What broke\?/ })
        .first()
        .press('Enter');
      const decision = page.getByRole('region', { name: 'What broke?', exact: true });
      const row = /Row (\d+) matched/.exec(await decision.innerText())?.[1] ?? '';
      const matched = decision.getByRole('row').filter({ has: page.locator('th svg') });
      expect(await matched.first().innerText()).toMatch(/technician pickup$/);
      expect(await matched.first().getByRole('rowheader').innerText()).toContain(row);
      await expectInOrder(page);
    });
  });
}
