import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { storyAt } from '../../definitions/model/story-clock.ts';
import { settled } from '../e2e/browser.ts';
import { tabTo, takeFrom, writeInto } from '../e2e/by-keyboard.ts';
import { expectInOrder } from '../e2e/in-order.ts';
import { capture } from '../setup/capture.ts';
import { goTo, recordOf, TEMPORAL_UI, workAs, type WalkedDay } from './walked-day.ts';

const DaySchema = z.object({ clock: z.object({ real: z.number(), story: z.number(), scale: z.number() }) });
/** A line in which nobody can tell any more which cell is which. */
const WHOLE = '500195;Greta Holm;greta.holm@nordpost.example;';
const BROKEN = '500195;Greta Holm; Saint Orrin;greta.holm@nordpost.example;';
const ROUND = [1, 2, 3, 4, 5];

/** Leads on what cannot go on alone. */
export function engineerWalk(day: WalkedDay): void {
  describe('the engineer', () => {
    let page: Page;
    let caseIds: readonly string[] = [];
    afterAll(() => page?.context().close());

    const group = () => page.getByRole('listitem').filter({ hasText: '“Look them up” did not work' }).first();
    const stuckCase = (caseId: string | undefined) =>
      group()
        .getByRole('listitem')
        .filter({ has: page.locator(`a[href$="/cases/${caseId}"]`) });
    /** Takes a way out by keyboard alone, says why, and waits until that is done. */
    const leadOn = async (
      where: ReturnType<typeof group>,
      [opens, title, go]: readonly [string, RegExp, string],
      why: string,
      fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined,
    ): Promise<void> => {
      await where.getByRole('button', { name: opens, exact: true }).first().press('Enter');
      const dialog = page.getByRole('dialog', { name: title });
      await dialog.waitFor();
      await fill(dialog);
      await writeInto(page, dialog.getByLabel('Why?'), why);
      await tabTo(page, dialog.getByRole('button', { name: go, exact: true }));
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    };
    const crmFile = () => join(day.earshot().sample.crmFolder, 'coastline', 'customers.csv');
    const rewrite = (from: string, to: string): void => {
      const text = readFileSync(crmFile(), 'utf8');
      expect(text).toContain(from);
      writeFileSync(crmFile(), text.replace(from, to));
    };
    const statusOf = async (caseId: string | undefined): Promise<string> => {
      const found = await page.request.get(`/sample/api/cases/${caseId}`);
      return z.object({ status: z.string() }).parse(await found.json()).status;
    };

    it('is Ulla Kemper, and sees by cause what is stuck', async () => {
      const { url, token } = day.earshot();
      rewrite(WHOLE, BROKEN);
      page = await day.open('/sample/stuck');
      const { clock } = DaySchema.parse(await (await page.request.get('/sample/api/sample-day')).json());
      const occurredAt = new Date(storyAt(clock, Date.now())).toISOString();
      caseIds = await capture(
        { url: `${url}/sample`, token },
        ROUND.map((n) => ({
          text: `Nobody came, for the ${n}. time. Who comes, and when?`,
          channel: 'email',
          brand: 'wrenfield',
          author: { externalId: `greta-${n}`, email: 'greta.holm@nordpost.example' },
          occurredAt,
        })),
      );
      await workAs(page, 'Ulla Kemper', 'engineer');
      await group()
        .getByText(`${ROUND.length + 1} cases`, { exact: true })
        .waitFor({ timeout: 60_000 });
      await group().getByText('What usually helps:').waitFor();
      await group()
        .getByText(/put right in the customer system/)
        .waitFor();
      await group().getByRole('button', { name: 'Show the cases' }).press('Enter');
      await group().getByText('Two windows, nobody at the door').waitFor();
      await expectInOrder(page);
    });

    it('tries one again too early, corrects a value, skips, and cancels, each with a why and by keyboard alone', async () => {
      await leadOn(
        stuckCase(caseIds[0]),
        ['Try again', /^Try again · 1 case/, 'Try again'],
        'Perhaps it goes now.',
      );
      await leadOn(
        stuckCase(caseIds[1]),
        ['Correct a value and go on…', /^Correct a value and go on · 1 case/, 'Correct and go on'],
        'She lives on the coast.',
        async (dialog) => {
          const which = dialog.locator('input[aria-haspopup="listbox"]').first();
          await tabTo(page, which);
          await page.keyboard.press('ArrowDown');
          await page.getByRole('option', { name: 'channel', exact: true }).waitFor();
          expect(await page.getByRole('option', { name: /\bid$/ }).count()).toBe(0);
          await takeFrom(page, which, 'region', 'region');
          await writeInto(page, dialog.getByLabel('New value'), 'South Coast');
        },
      );
      await leadOn(
        stuckCase(caseIds[2]),
        ['Skip with a value…', /^Skip this step · 1 case/, 'Skip'],
        'We know her by the phone number.',
      );
      await leadOn(
        stuckCase(caseIds[3]),
        ['Cancel…', /^Cancel the case · 1 case/, 'Cancel the case'],
        'She rang, it is settled.',
      );
      await expect.poll(() => statusOf(caseIds[3]), { timeout: 30_000 }).toBe('closed');
      await expect.poll(() => statusOf(caseIds[2]), { timeout: 30_000 }).not.toBe('stuck');
    });

    it('has the line mended, and tries all that are left again', async () => {
      rewrite(BROKEN, WHOLE);
      await goTo(page, 'Stuck');
      await group().getByText('4 cases', { exact: true }).waitFor({ timeout: 30_000 });
      await leadOn(
        group(),
        ['Try again', /^Try again · 4 cases/, 'Try again'],
        'The line is in order again: a semicolon stood in the name.',
      );
      await page.getByText('4 of 4 cases · finished').waitFor({ timeout: 30_000 });
      await page.getByText('Nothing is stuck').waitFor({ timeout: 30_000 });
      await expectInOrder(page);
    });

    it('finds all of it in the record, under their name', async () => {
      const acts = await recordOf(page, 'ulla-kemper');
      for (const [act, why] of [
        ['led a stuck case on', 'Perhaps it goes now\\.'],
        ['led a stuck case on', 'She lives on the coast\\.'],
        ['led a stuck case on', 'We know her by the phone number\\.'],
        ['led a stuck case on', 'She rang, it is settled\\.'],
        ['led stuck cases on together', 'The line is in order again'],
      ] as const)
        expect(acts).toContainEqual(expect.stringMatching(new RegExp(`^Ulla Kemper \\| ${act}.*\\| ${why}`)));
      await expectInOrder(page);
    });

    it('is led from a case to its run on the pages of Temporal', async () => {
      await page.goto(`/sample/cases/${caseIds[0]}`, { waitUntil: 'domcontentloaded' });
      await settled(page);
      await page.getByText('Ulla Kemper led it on at Look them up').first().waitFor();
      await expectInOrder(page);
      const link = page.getByRole('link', { name: 'Open in Temporal' });
      expect(await link.getAttribute('target')).toBe('_blank');
      const address = new URL((await link.getAttribute('href')) ?? '');
      expect(address.origin).toBe(TEMPORAL_UI);
      const [, , namespace = '', , workflow = '', runId = '', last] = address.pathname
        .split('/')
        .map(decodeURIComponent);
      expect(last).toBe('history');
      const { address: sample } = day.earshot().sample;
      expect(namespace).toBe(sample.namespace);
      const connection = await Connection.connect({ address: sample.temporalAddress });
      const { workflow: runs } = new Client({ connection, namespace });
      const found = await runs.getHandle(workflow, runId).describe();
      expect(found).toMatchObject({ workflowId: `case/${caseIds[0]}`, runId });
      await connection.close();
    });
  });
}
