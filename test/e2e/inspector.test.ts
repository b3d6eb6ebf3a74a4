import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { bannedWords } from '../editor/banned-words.ts';
import { openBrowser, target } from './browser.ts';
import { servePanel, type PanelSite } from './inspector/serve.ts';
import { draft, knownBefore, offered, steps } from './inspector/steps.ts';
import { graveIn, measured } from './visit.ts';

/** As narrow as the panel ever is. */
const NARROW = 280;
const LONGEST_WAIT_MS = 5000;

interface Done {
  readonly label: string;
  readonly node: FlowNode;
}

describe.skipIf(target === null)('the panel of a step', () => {
  let browser: Browser;
  let site: PanelSite;
  let page: Page;
  let said: string[] = [];

  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(), servePanel()]);
    const context = await browser.newContext({
      viewport: { width: NARROW, height: 900 },
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.setDefaultTimeout(LONGEST_WAIT_MS);
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = async (nodeId: string): Promise<void> => {
    said = [];
    site.tell({
      content: draft,
      contracts: offered,
      knownBefore,
      example: { unhappy: 3 },
      flowId: draft.flow.id,
      nodeId,
      width: NARROW,
    });
    await page.goto(site.url);
    await page.getByRole('region', { name: /^The step/ }).waitFor();
  };
  const unfold = async (): Promise<void> => {
    const folded = page.locator('button[aria-expanded="false"]');
    while ((await folded.count()) > 0) await folded.first().click();
  };
  const done = (): Promise<readonly Done[]> => page.evaluate(() => window.done ?? []);
  const labels = async (): Promise<readonly string[]> => (await done()).map(({ label }) => label);
  const last = async (): Promise<FlowNode | undefined> => (await done()).at(-1)?.node;
  /** Not the list that opens under it and is called the same. */
  const field = (label: string | RegExp): Locator =>
    page
      .getByLabel(label, { exact: typeof label === 'string' })
      .and(page.locator('input, textarea, [role="textbox"]'));
  /** What stands in a field, be it a plain one or one for rules. */
  const standsIn = (at: Locator): Promise<string> =>
    at.evaluate((element) =>
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? element.value
        : [...element.querySelectorAll('.cm-line')].map(({ textContent }) => textContent).join('\n'),
    );
  const leave = (): Promise<void> => page.keyboard.press('Tab');

  describe('of each kind', () => {
    const never = new RegExp(`\\b(${bannedWords().join('|')})\\b`, 'i');

    it.each(steps.map((step) => [`${step.kind} “${step.name}”`, step.id] as const))(
      'is in order, narrow and dark, and changes nothing while somebody only looks: %s',
      async (_, id) => {
        await open(id);
        await unfold();
        const { overPx, smallestTextPx, text } = await measured(page);
        expect(overPx).toBeLessThanOrEqual(0);
        expect(smallestTextPx).toBeGreaterThanOrEqual(11);
        expect(text.match(never)?.[0] ?? null).toBeNull();
        expect(await graveIn(page)).toEqual({ light: [], dark: [] });
        for (const control of await page
          .locator('section input, section textarea, section select, section [role="textbox"]')
          .all()) {
          await control.focus();
          await page.keyboard.press('End');
          await page.keyboard.press('Escape');
        }
        await page.locator('body').click({ position: { x: 1, y: 1 } });
        expect(await labels()).toEqual([]);
        expect(said).toEqual([]);
      },
    );
  });

  it('keeps an expression when its author is done with it, not before', async () => {
    await open('outage');
    const condition = field('If').first();
    await condition.fill('facts.outage');
    await condition.pressSequentially(' = true');
    expect(await labels()).toEqual([]);
    await leave();
    expect(await labels()).toEqual(['Changed the condition of “An outage?”']);
    expect(await last()).toMatchObject({
      branches: [{ port: 'last-hour', condition: 'facts.outage = true' }, {}],
    });
    // Nothing could stand behind it, so no list opens that Escape would close first.
    await condition.fill('1 = 1');
    await page.keyboard.press('Escape');
    await expect.poll(() => standsIn(condition)).toBe('facts.outage = true');
    await condition.fill('false');
    await page.keyboard.press('Control+Enter');
    expect(await labels()).toHaveLength(2);
    await condition.fill('false');
    await leave();
    expect(await labels()).toHaveLength(2);
  });

  it('says what is wrong where it is, and mends it', async () => {
    await open('outage');
    const condition = field('If').first();
    const saidBelow = async (): Promise<string> => {
      const id = (await condition.getAttribute('aria-errormessage')) ?? '';
      return page.locator(`[id="${id}"]`).innerText();
    };
    expect(await saidBelow()).toContain('topik');
    expect(await condition.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: /^Write “/ }).click();
    await expect.poll(() => standsIn(condition)).toBe('facts.topic = "network"');
    expect(await condition.getAttribute('aria-invalid')).toBeNull();
  });

  it('tells of a rule while it is written, and closes its list before Escape takes back', async () => {
    await open('outage');
    const condition = field('If').first();
    await condition.fill('unhapy > 2');
    await page.getByText('Nothing here is called “unhapy”.').waitFor();
    expect(
      await page
        .getByText(/no “?topik/)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    await page.getByRole('button', { name: 'Write unhappy' }).click();
    expect(await standsIn(condition)).toBe('unhappy > 2');
    await page.keyboard.press('End');
    await page.keyboard.type(' and unh');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await standsIn(condition)).toBe('unhappy > 2 and unh');
    await page.keyboard.press('Escape');
    await expect.poll(() => standsIn(condition)).toBe('facts.topik = "network"');
    await page.keyboard.press('Control+z');
    await expect.poll(() => standsIn(condition)).toBe('unhappy > 2 and unh');
    await page.keyboard.press('Escape');
    await leave();
    expect(await labels()).toEqual([]);
  });

  it('grows with what is written, and shows what it comes to in the case that is looked at', async () => {
    await open('outage');
    const condition = field('If').nth(1);
    const height = async (): Promise<number> => (await condition.boundingBox())?.height ?? 0;
    const before = await height();
    await page.getByText('On the example: true').waitFor();
    await condition.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('and unhappy > 9');
    await page.getByText('On the example: false').waitFor();
    expect(await height()).toBe(before + 18);
    await leave();
    expect(await last()).toMatchObject({ branches: [{}, { condition: 'unhappy > 2\nand unhappy > 9' }] });
  });

  it('renames a step in its place', async () => {
    await open('outage');
    await field('Name of the step').fill('No signal?');
    await page.keyboard.press('Enter');
    expect(await labels()).toEqual(['Renamed “An outage?” to “No signal?”']);
  });

  it('adds a way, puts it in another place, and takes it away, by keyboard', async () => {
    await open('outage');
    await page.getByRole('button', { name: 'Add a way' }).press('Enter');
    await field('Name of number 3').fill('third');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Move “3 · third” up' }).press('Enter');
    await page.getByRole('button', { name: 'Take “1 · outage of the last hour” away' }).press('Enter');
    await expect
      .poll(labels)
      .toEqual([
        'Added a way to “An outage?”',
        'Changed the name of a way of “An outage?”',
        'Put the ways of “An outage?” in another order',
        'Took a way away from “An outage?”',
      ]);
    expect(await last()).toMatchObject({ branches: [{ port: 'way', name: 'third' }, { port: 'many' }] });
  });

  it('asks for what an activity takes that it has never heard of', async () => {
    await open('map');
    await field(/^How close/).click();
    await page.getByRole('option', { name: 'town', exact: true }).click();
    await expect.poll(last).toMatchObject({ input: { region: 'region', detail: '"town"' } });
    await field(/^Only open/).click();
    await page.getByRole('option', { name: 'yes', exact: true }).click();
    await expect.poll(last).toMatchObject({ input: { onlyOpen: 'true' } });
    await field(/^Only open/).click();
    await page.getByRole('option', { name: 'work it out…' }).click();
    await field(/^Only open/).fill('unhappy > 1');
    await leave();
    await field(/^Within hours/).fill('24');
    await leave();
    await field(/^Region/).fill('');
    await leave();
    await page.getByRole('button', { name: 'Take “colour” away' }).click();
    await expect
      .poll(async () => (await last())?.kind === 'serviceTask' && (await last()))
      .toMatchObject({
        input: { detail: '"town"', onlyOpen: 'unhappy > 1', withinHours: '24' },
      });
    const node = await last();
    expect(node?.kind === 'serviceTask' ? Object.keys(node.input).sort() : []).toEqual([
      'detail',
      'onlyOpen',
      'withinHours',
    ]);
    expect((await labels()).slice(0, 2)).toEqual([
      'Set “How close” of “Look at the map”',
      'Set “Only open” of “Look at the map”',
    ]);
  });

  it('shows what is no longer offered, and leaves what nobody knows to be changed name by name', async () => {
    await open('old');
    expect(await field('What it does').inputValue()).toBe('Do old work · no longer offered');
    expect(await field(/^How close/).count()).toBe(1);
    await open('mystery');
    await page.getByText('Nobody knows what this does').waitFor();
    await field('What “second” is').fill('unhappy + 1');
    await leave();
    expect(await last()).toMatchObject({ input: { first: 'region', second: 'unhappy + 1' } });
    await field('Add one…').fill('third');
    await page.keyboard.press('Enter');
    expect(await labels()).toHaveLength(1);
    await field('What “third” is').fill('1');
    await leave();
    expect(await last()).toMatchObject({ input: { third: '1' } });
  });

  it('keeps what its schema refuses in the field, with why, and tells nobody', async () => {
    await open('map');
    await unfold();
    const tries = field('Tries at most');
    expect(await tries.getAttribute('placeholder')).toBe('4, as usual');
    await tries.fill('0');
    await leave();
    expect(await tries.inputValue()).toBe('0');
    await page.getByText('At least 1.').waitFor();
    expect(await labels()).toEqual([]);
    await tries.fill('');
    await leave();
    expect(await last()).not.toHaveProperty('retry');
    await field('First pause').fill('5');
    await leave();
    expect(await last()).toMatchObject({ retry: { initialIntervalMs: 300_000 } });
  });

  it('waits another way, in the working hours of the draft', async () => {
    await open('two-hours');
    await field('How long').click();
    await page.getByRole('option', { name: 'In working hours' }).click();
    await expect
      .poll(last)
      .toMatchObject({ wait: { kind: 'businessHours', for: 'duration("PT2H")', calendar: '' } });
    await field('Working hours').click();
    await page.getByRole('option', { name: 'The desk' }).click();
    await expect.poll(last).toMatchObject({ wait: { calendar: 'desk' } });
  });

  it('takes a name for a new value, and the type of an answer, in plain words', async () => {
    await open('answer');
    await field('Answers go into').fill('their words');
    await page.getByRole('option', { name: 'a new value: their words' }).click();
    await expect.poll(last).toMatchObject({ result: 'their words' });
    await page.getByRole('button', { name: '1 · Answer', exact: true }).click();
    await field('Answer is').click();
    await page.getByRole('option', { name: 'one of these', exact: true }).click();
    await field('Which').fill('good');
    await page.keyboard.press('Enter');
    await expect.poll(last).toMatchObject({
      form: [{ name: 'text', type: { type: 'string', allowed: ['good'] } }, {}, {}, {}, {}, {}],
    });
  });

  it('opens the table and the flow that a step names', async () => {
    await open('our-error');
    await page.getByRole('button', { name: 'Open the table' }).click();
    expect(await page.evaluate(() => window.opened)).toBe('own-error');
    await open('read-facts');
    await page.getByRole('button', { name: 'Open the flow' }).click();
    expect(await page.evaluate(() => window.opened)).toBe('mention-care-hear');
  });
});
