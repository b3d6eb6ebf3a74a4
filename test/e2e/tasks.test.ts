import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SECOND_VISITOR } from '../setup/fill-with-cases.ts';
import { NARROW, openBrowser, openWindow, settled, target, WIDE } from './browser.ts';

const SECOND = SECOND_VISITOR;
const Tasks = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });

/** A call is logged; its task is taken, given back and handed over; and two people answer it. */
describe.skipIf(target?.secondToken == null)('a task', () => {
  let browser: Browser;
  let first: Page;
  let second: Page;
  let taskId = '';
  let caseId = '';

  beforeAll(async () => {
    browser = await openBrowser();
    first = await openWindow(browser);
    second = await openWindow(browser, { token: target?.secondToken ?? undefined });
  });
  afterAll(() => browser?.close());

  const open = async (page: Page): Promise<void> => {
    await page.goto(`/inbox?who=all&task=${encodeURIComponent(taskId)}`, { waitUntil: 'domcontentloaded' });
    await settled(page);
  };
  const panel = (page: Page) => page.getByRole('region', { name: 'Answer', exact: true });
  const button = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });

  it('comes of a call that was logged, which leads to its case', async () => {
    await first.goto('/inbox', { waitUntil: 'domcontentloaded' });
    await settled(first);
    await first.getByRole('link', { name: 'Log a call' }).click();
    await first.waitForURL(/calls\/new/);
    await first.getByRole('button', { name: 'Keep it' }).click();
    await first.getByText('Write down what they said.').waitFor();
    await first.getByLabel('Name').fill('Dana Bluth');
    await first.getByLabel('What they said').fill('I called you twice. Nobody came, again. Where is he?');
    await first.getByRole('button', { name: 'Keep it' }).click();
    await first.waitForURL(/\/cases\/(?!.*new)/);
    caseId = new URL(first.url()).pathname.split('/').at(-1) ?? '';
    await first.getByText('I called you twice.').first().waitFor();
    for (const until = Date.now() + 60_000; taskId === '';) {
      const found = Tasks.parse(
        await (await first.request.get(`/api/tasks?caseId=${caseId}&status=open`)).json(),
      );
      taskId = found.items.find(({ name }) => name === 'Answer')?.id ?? '';
      if (Date.now() > until) throw new Error('The case asks nobody.');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  });

  it('lies open on the page of its case, and folded where that is narrow', async () => {
    await first.goto(`/cases/${caseId}`, { waitUntil: 'domcontentloaded' });
    await settled(first);
    const unfold = first.getByRole('button', { name: 'Answer', exact: true, expanded: false });
    await button(first, 'Send and sign').waitFor();
    expect(await unfold.isVisible()).toBe(false);
    await first.setViewportSize(NARROW);
    expect(await button(first, 'Send and sign').isVisible()).toBe(false);
    await unfold.press('Enter');
    await button(first, 'Send and sign').waitFor();
    await first.setViewportSize(WIDE);
  });

  it('stands beside what was said, with how to say it and what the rules suggest', async () => {
    await open(first);
    await panel(first).getByText('The rules suggest').waitFor();
    await first.getByRole('group', { name: 'Conversation' }).getByText('I called you twice.').waitFor();
    expect(await first.getByRole('region', { name: 'Inbox' }).getByText('I called you twice.').count()).toBe(
      1,
    );
  });

  it('has what it asks for in view at once, and how to say it in one line that stays open once it was opened', async () => {
    const guide = panel(first).getByText('Start with the person');
    expect(await guide.isVisible()).toBe(false);
    const fields = [
      panel(first).locator('textarea[data-field="text"]'),
      panel(first).locator('[data-field="remedy"]'),
      button(first, 'Send and sign'),
    ];
    for (const field of fields) {
      const box = await field.boundingBox();
      expect(box !== null && box.y >= 0 && box.y + box.height <= WIDE.height).toBe(true);
      // Nothing else lies over it.
      expect(
        await field.evaluate((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(x + width / 2, y + height - 2));
        }),
      ).toBe(true);
    }
    await panel(first).getByText('How to say it').press('Enter');
    await guide.waitFor();
    await open(first);
    await guide.waitFor();
  });

  it('is taken, given back and handed over, and who has it can be seen by others', async () => {
    await button(first, 'Take it').click();
    await button(first, 'Give it back').waitFor();
    await open(second);
    await panel(second)
      .getByText(/^with /)
      .waitFor();
    await button(first, 'Give it back').click();
    await button(first, 'Take it').waitFor();
    await button(first, 'Hand over').click();
    const dialog = first.getByRole('dialog', { name: 'Hand over' });
    await dialog.locator('input[aria-haspopup="listbox"]').fill(SECOND.name);
    await first.getByRole('option', { name: new RegExp(SECOND.name) }).click();
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel(first).getByText(`with ${SECOND.name}`).waitFor();
    await button(second, 'Give it back').click();
    await button(second, 'Take it').waitFor();
  });

  it('is taken again by whoever presses at the very moment when it can be', async () => {
    await button(second, 'Take it').click();
    await button(second, 'Give it back').waitFor();
    await button(second, 'Give it back').evaluate((given) => {
      const watch = new MutationObserver(() => {
        if (given.textContent !== 'Take it' || !(given instanceof HTMLElement)) return;
        watch.disconnect();
        given.click();
      });
      watch.observe(given, { characterData: true, childList: true, subtree: true });
    });
    const taken = second.waitForResponse(/\/take$/);
    await button(second, 'Give it back').click();
    await taken;
    await button(second, 'Give it back').click();
    await button(second, 'Take it').waitFor();
  });

  it('is taken again by whoever hears that it is free before their giving it back is answered', async () => {
    await button(second, 'Take it').click();
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await second.route(/\/give-back$/, async (route) => {
      const response = await route.fetch();
      await answered;
      await route.fulfill({ response });
    });
    await button(second, 'Give it back').click();
    const taken = second.waitForResponse(/\/take$/);
    await button(second, 'Take it').click();
    answer();
    expect((await taken).status()).toBe(200);
    await button(second, 'Give it back').click();
    await button(second, 'Take it').waitFor();
    await second.unroute(/\/give-back$/);
  });

  it('answered by two: who comes second reads who was first, and what they answered, and keeps their words', async () => {
    await open(first);
    // Neither hears of the other before both have answered.
    await second.route('**/api/changes', (route) => route.abort());
    await open(second);
    await panel(first).getByLabel('Answer').first().fill('We are so sorry. Kofi comes today at five.');
    await panel(second).getByLabel('Answer').first().fill('Sorry about that, we will look into it.');
    await button(first, 'Send and sign').click();
    await panel(first).getByText('answered this').waitFor();
    await button(second, 'Send and sign').click();
    await panel(second)
      .getByText('answered this first, and that answer counts. Yours was not sent.')
      .waitFor();
    await panel(second).getByText('We are so sorry. Kofi comes today at five.').waitFor();
    const yours = panel(second).getByRole('region', { name: 'What you had written' });
    await yours.getByText('Sorry about that, we will look into it.').waitFor();
    await yours.getByRole('button', { name: 'Let it go' }).click();
    await yours.waitFor({ state: 'detached' });
    expect(await panel(second).getByText('Sorry about that').count()).toBe(0);
  });
});
