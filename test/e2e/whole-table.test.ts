import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { servePage, type ServedPage } from '../setup/serve-page.ts';
import { NARROW, openBrowser, openPage, target } from './browser.ts';
import { graveOn, measured } from './visit.ts';

const Cases = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) });
const Detail = z.looseObject({
  revision: z.looseObject({ hash: z.string() }).or(z.string()),
  trail: z.array(
    z.looseObject({
      node: z.string(),
      flow: z.string(),
      what: z.string(),
      detail: z.looseObject({ rows: z.array(z.string()).optional() }).optional(),
    }),
  ),
});

/** The table that decided, opened from the step that it decided. */
describe.skipIf(target === null)('the whole table of a decision', () => {
  let browser: Browser;
  let served: ServedPage;
  beforeAll(async () => {
    [browser, served] = await Promise.all([
      openBrowser(),
      servePage(new URL('./whole-table/', import.meta.url)),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const dialog = (page: Page): Locator => page.getByRole('dialog');
  const row = (page: Page, place: number): Locator =>
    dialog(page).locator(`[role="row"][aria-rowindex="${place + 1}"]`);

  it('is the one of the revision that a case runs on, with the row that decided lit', async () => {
    const page = await openPage(browser, '/cases');
    const { items } = Cases.parse(await (await page.request.get('/api/cases')).json());
    let at = '';
    for (const { id } of items) {
      const { trail } = Detail.parse(await (await page.request.get(`/api/cases/${id}`)).json());
      const decided = trail.find(
        ({ flow, what, detail }) =>
          flow === 'mention-care' && what === 'left' && (detail?.rows ?? []).length > 0,
      );
      if (decided !== undefined) at = `/cases/${id}?step=${encodeURIComponent(decided.node)}`;
      if (at !== '') break;
    }
    expect(at).not.toBe('');
    await page.goto(at);
    await page.getByRole('button', { name: 'Open the table' }).click();
    await dialog(page)
      .getByText(/^Rows? [\d, ]+ decided\./)
      .waitFor();
    await dialog(page).getByText('decided', { exact: true }).first().waitFor();
    await dialog(page).getByRole('link', { name: 'Its page in this revision' }).click();
    await page.waitForURL(/\/flows\/tables\/.+\?revision=[0-9a-f]{64}/);
    await page.context().close();
  });

  it('shows of five thousand rows all that decided, and why any other did not', async () => {
    const page = await openPage(browser, served.url);
    await page.getByRole('button', { name: 'Open the table' }).click();
    await dialog(page).getByText('Rows 8, 508, 1,008, 1,508, 2,008, 2,508 decided.').waitFor();
    await row(page, 8).getByText('decided', { exact: true }).waitFor();
    await row(page, 9).getByText('was r7').waitFor();
    for (const place of [508, 1_008, 1_508, 2_008, 2_508]) {
      await dialog(page).getByRole('button', { name: 'Go to the next row that decided' }).click();
      await row(page, place).getByText('decided', { exact: true }).waitFor();
    }
    expect(await dialog(page).locator('[role="row"]').count()).toBeLessThan(60);
    const scroll = dialog(page).getByRole('group', { name: 'Who is told?' });
    await scroll.evaluate((box) => (box.scrollTop = box.scrollHeight));
    await row(page, 4_508).or(row(page, 5_000)).first().waitFor();
    await row(page, 5_000).getByText('was 2,600').waitFor();
    await row(page, 5_000).getByText('was r7').waitFor();
    expect(await graveOn(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect((await measured(page)).overPx).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
