import type { Locator, Page } from 'playwright-core';

/** Who draws by mouse and keyboard, and finds things by what stands there. */
export interface DrawingHand {
  step(name: string): Locator;
  /** The panel of the chosen step. */
  readonly panel: Locator;
  readonly palette: Locator;
  readonly problems: Locator;
  /** Takes a step from the list and lets it go over the arrow from one step to its neighbour. */
  dropBetween(item: string, from: string, to: string): Promise<void>;
  /** Draws an arrow from the dot with this title at one step to another step. */
  join(from: string, port: string, to: string): Promise<void>;
  /** Writes a rule into a field of the panel, and keeps it. */
  writeRule(field: Locator, text: string): Promise<void>;
  /** Waits until the server has all that was drawn. */
  saved(): Promise<void>;
}

export function drawingHand(page: Page): DrawingHand {
  const step = (name: string): Locator =>
    page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });
  const palette = page.getByRole('navigation', { name: 'Steps to add' });
  return {
    step,
    palette,
    panel: page.getByRole('complementary', { name: 'The chosen step' }),
    problems: page.getByRole('region', { name: 'Problems' }),
    async dropBetween(item, from, to) {
      const canvas = page.locator('.react-flow__pane');
      const [left, right, whole] = await Promise.all([step(from), step(to), canvas].map(boxOf));
      if (left === undefined || right === undefined || whole === undefined)
        throw new Error('Nothing is drawn.');
      await palette.getByRole('button', { name: item, exact: true }).dragTo(canvas, {
        targetPosition: {
          x: (left.x + left.width + right.x) / 2 - whole.x,
          y: left.y + left.height / 2 - whole.y,
        },
      });
    },
    async join(from, port, to) {
      await step(from).hover();
      const dot = await boxOf(step(from).locator(`.react-flow__handle.source[title="${port}"]`));
      const there = await boxOf(step(to));
      const middle = { x: there.x + there.width / 2, y: there.y + there.height / 2 };
      await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
      await page.mouse.down();
      await page.mouse.move(middle.x, middle.y + there.height, { steps: 6 });
      await page.mouse.move(middle.x, middle.y, { steps: 4 });
      await page.mouse.up();
    },
    async writeRule(field, text) {
      await field.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
      await page.keyboard.press('Control+Enter');
    },
    saved: () => page.getByRole('status').getByText('saved', { exact: true }).waitFor(),
  };
}

async function boxOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await what.boundingBox();
  if (box === null) throw new Error(`It is not drawn: ${String(what)}`);
  return box;
}
