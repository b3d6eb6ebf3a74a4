import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { largeContent } from '../bench/editor/large-flow.ts';
import { openBrowser, openWindow, settled, target } from './browser.ts';
import { errorsOn, openCareDraft } from './care-draft.ts';

const Made = z.looseObject({ flowId: z.string() });
const Drawn = z.looseObject({
  content: z.looseObject({
    flow: z.looseObject({
      nodes: z.array(
        z.looseObject({ name: z.string(), position: z.object({ x: z.number(), y: z.number() }) }),
      ),
    }),
  }),
});

/** Steps that are moved on the drawing. */
describe.skipIf(target === null)('a step that is moved', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
    said = errorsOn(page);
    flow = await openCareDraft(page, 'Moved');
    await step('Who is it?').waitFor();
  });
  afterAll(() => browser?.close());

  const step = (name: string): Locator => page.locator('.react-flow__node').filter({ hasText: name }).first();
  const panel = (): Locator => page.getByRole('complementary', { name: 'The chosen step' });
  /** It has no breadth, and so is never seen as far as the browser is asked. */
  const guide = (along: 'x' | 'y'): Locator => page.locator(`[data-guide="${along}"]`);
  const undo = (label: string): Locator => page.getByRole('button', { name: `Undo: ${label}`, exact: true });
  const placeOf = async (name: string): Promise<{ readonly x: number; readonly y: number }> => {
    await page.getByRole('status').getByText('saved', { exact: true }).waitFor();
    const answer = await page.request.get(`/api/flows/${flow}/draft/content`);
    const { nodes } = Drawn.parse(await answer.json()).content.flow;
    return nodes.find((node) => node.name === name)?.position ?? { x: NaN, y: NaN };
  };
  /** Takes hold of a step and moves it away, then so far from where it stood. */
  const take = async (what: Locator, to: { readonly x: number; readonly y: number }): Promise<void> => {
    const box = await what.boundingBox();
    if (box === null) throw new Error('It is not drawn.');
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    // The first pixels tell that it is moved at all.
    await page.mouse.move(from.x, from.y + 2);
    await page.mouse.move(from.x - 50, from.y + 10, { steps: 4 });
    await page.mouse.move(from.x + to.x, from.y + to.y, { steps: 4 });
  };

  it('is told of in the panel once it is put down', async () => {
    await step('Who is it?').click();
    await panel().getByRole('region', { name: 'Who is it?' }).waitFor();
    const box = await step('Put aside').boundingBox();
    if (box === null) throw new Error('It is not drawn.');
    await page.mouse.move(box.x + 60, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + 50, { steps: 6 });
    await page.locator('.react-flow__node.selected').filter({ hasText: 'Put aside' }).waitFor();
    expect(await panel().getByRole('region', { name: 'Who is it?' }).count()).toBe(1);
    await page.mouse.up();
    await panel().getByRole('region', { name: 'Put aside' }).waitFor();
    await page.keyboard.press('Control+z');
    await undo('Moved “Put aside”').waitFor({ state: 'detached' });
  });

  it('is drawn to the line of others, which is shown until it is put down; not with Alt held', async () => {
    const [before, column] = [await placeOf('Put aside'), await placeOf('Thank them')];
    expect(before.x).toBe(column.x);
    await take(step('Put aside'), { x: 4, y: 14 });
    await guide('x').first().waitFor({ state: 'attached' });
    await page.mouse.up();
    await undo('Moved “Put aside”').waitFor();
    await guide('x').first().waitFor({ state: 'detached' });
    const after = await placeOf('Put aside');
    expect(after.x).toBe(column.x);
    expect(after.y).toBeGreaterThan(before.y);
    await page.keyboard.press('Control+z');
    await undo('Moved “Put aside”').waitFor({ state: 'detached' });
    await page.keyboard.down('Alt');
    await take(step('Put aside'), { x: 4, y: 14 });
    await page.locator('.react-flow__node.dragging').waitFor();
    expect(await page.locator('[data-guide]').count()).toBe(0);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await undo('Moved “Put aside”').waitFor();
    expect((await placeOf('Put aside')).x).toBeGreaterThan(column.x);
  });

  it('is the only one drawn anew among 1,000 steps, and from afar no line is shown', async () => {
    const content = apart(largeContent('large'));
    const data = { name: `Large ${Date.now()}`, content };
    const { flowId } = Made.parse(await (await page.request.post('/api/flows', { data })).json());
    await page.goto(`/flows/${flowId}/draft`, { waitUntil: 'domcontentloaded' });
    await settled(page);
    await page.locator('.react-flow__node').first().waitFor();
    const id = await page.evaluate(() => {
      const touched = new Set<string>();
      Reflect.set(window, 'touched', touched);
      const stepOf = (node: Node): string | null => {
        const element = node instanceof Element ? node : node.parentElement;
        return element?.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
      };
      const all = document.querySelector('.react-flow__nodes');
      const whole = document.querySelector('.react-flow')?.getBoundingClientRect();
      if (all === null || whole === undefined) throw new Error('There are no steps.');
      new MutationObserver((records) => {
        for (const record of records) touched.add(stepOf(record.target) ?? '');
        touched.delete('');
      }).observe(all, { subtree: true, attributes: true, childList: true, characterData: true });
      const middle = { x: whole.left + whole.width / 2, y: whole.top + whole.height / 2 };
      const away = (step: Element): number => {
        const { x, y } = step.getBoundingClientRect();
        return Math.hypot(x - middle.x, y - middle.y);
      };
      const [nearest] = [...all.children].sort((one, other) => away(one) - away(other));
      return nearest?.getAttribute('data-id') ?? '';
    });
    const over = (): Promise<readonly string[]> => page.evaluate(arrowsOverSteps, nearEnds(content.flow));
    await expect.poll(over, UNHURRIED).toEqual([]);
    const node = page.locator(`.react-flow__node[data-id="${id}"]`);
    await page.evaluate(() => (Reflect.get(window, 'touched') as Set<string>).clear());
    await take(node, { x: 3, y: 12 });
    await guide('x').first().waitFor({ state: 'attached' });
    expect(await page.evaluate(() => [...(Reflect.get(window, 'touched') as Set<string>)])).toEqual([id]);
    await page.mouse.up();
    await guide('x').first().waitFor({ state: 'detached' });
    await expect.poll(over, UNHURRIED).toEqual([]);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.react-flow__node').length > 900);
    await take(node, { x: 1, y: 9 });
    await page.locator('.react-flow__node.dragging').waitFor();
    expect(await page.locator('[data-guide]').count()).toBe(0);
    await page.mouse.up();
    expect(said).toEqual([]);
  });
});

/** They are led around while nothing else is to be done: who asks too often keeps them from it. */
const UNHURRIED = { timeout: 60_000, interval: 1_000 };

const COLUMNS = 25;
/** What follows on something does not stand beside it: other steps lie between. */
function apart({ flow, ...others }: DraftContent): DraftContent {
  const nodes = flow.nodes.map((node, at) => ({
    ...node,
    position: { ...node.position, x: 80 + ((at * 2) % COLUMNS) * 240 },
  }));
  return { ...others, flow: { ...flow, nodes } };
}

/** The ends of each arrow that has not very many steps between them. */
function nearEnds({ nodes, edges }: Flow): { readonly [edge: string]: readonly string[] } {
  const x = new Map(nodes.map(({ id, position }) => [id, position.x]));
  const isNear = (from: string, to: string): boolean =>
    Math.abs((x.get(from) ?? 0) - (x.get(to) ?? 0)) < 1_000;
  return Object.fromEntries(
    edges.flatMap(({ id, from, to }) => (isNear(from.node, to) ? [[id, [from.node, to]] as const] : [])),
  );
}

/** Runs in the page: arrows that are drawn over a step which is none of their ends, by the ids of those. */
function arrowsOverSteps(ends: { readonly [edge: string]: readonly string[] }): readonly string[] {
  const steps = [...document.querySelectorAll('.react-flow__node')].map((step) => ({
    id: step.getAttribute('data-id') ?? '',
    box: step.getBoundingClientRect(),
  }));
  const arrows = [...document.querySelectorAll('.react-flow__edge')].flatMap((edge) => {
    const [id, path] = [edge.getAttribute('data-id') ?? '', edge.querySelector('path')];
    const screen = path?.getScreenCTM();
    const own = ends[id];
    return path === null || screen == null || own === undefined ? [] : [{ id, path, screen, own }];
  });
  if (arrows.length < 4) return ['There are too few arrows.'];
  return arrows.flatMap(({ id, path, screen, own }) => {
    const length = path.getTotalLength();
    for (let at = 0; at <= length; at += 6) {
      const { x, y } = path.getPointAtLength(at).matrixTransform(screen);
      const step = steps.find(
        ({ box }) => x > box.left + 1 && x < box.right - 1 && y > box.top + 1 && y < box.bottom - 1,
      );
      if (step !== undefined && !own.includes(step.id)) return [`${id} over ${step.id}`];
    }
    return [];
  });
}
