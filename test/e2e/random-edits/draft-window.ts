import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { settled } from '../browser.ts';

const NODE = '.react-flow__node';
const STEP_WITHIN_MS = 10_000;
const Row = z.looseObject({ list: z.enum(['pending', 'done', 'undone', 'aside']), id: z.string() });
type Row = z.infer<typeof Row>;

/** A step as it is seen on the drawing: its id and where it stands. */
export type Drawn = readonly string[];

/** Whether both show the same steps in the same places. */
export function isSameDrawing(one: Drawn, other: Drawn): boolean {
  return one.join() === other.join();
}

/** All steps on the drawing of a page as it is now, sorted. */
export function drawnOn(page: Page): Promise<Drawn> {
  return page
    .locator(NODE)
    .evaluateAll((nodes) =>
      nodes
        .map(
          (node) =>
            `${node.getAttribute('data-id')} ${node instanceof HTMLElement ? node.style.transform : ''}`,
        )
        .sort(),
    );
}

/** The window of somebody at the draft of one flow; it can be closed by force and opened again. */
export class DraftWindow {
  readonly #context: BrowserContext;
  readonly flow: string;
  #page: Page;

  private constructor(page: Page, flow: string) {
    this.#page = page;
    this.#context = page.context();
    this.flow = flow;
  }

  /** Opens the draft in the window of a page that is signed in. */
  static async open(page: Page, flow: string): Promise<DraftWindow> {
    const window = new DraftWindow(page, flow);
    await window.#goTo();
    return window;
  }

  get page(): Page {
    return this.#page;
  }

  async #goTo(): Promise<void> {
    await this.#page.goto(`/flows/${this.flow}/draft`, { waitUntil: 'domcontentloaded' });
    await this.#drawnAnew();
  }

  async #drawnAnew(): Promise<void> {
    await settled(this.#page);
    await this.#page.locator('.react-flow__pane').waitFor();
    // Two who take away at once may leave nothing at all: then no step will come.
    await this.#page
      .locator(NODE)
      .first()
      .waitFor({ timeout: STEP_WITHIN_MS })
      .catch(() => undefined);
  }

  /** All steps as they are drawn now, sorted. */
  drawn(): Promise<Drawn> {
    return drawnOn(this.#page);
  }

  /** The ids of the steps that can be chosen, as they stand on the page. */
  steps(): Promise<readonly string[]> {
    return this.#page
      .locator(NODE)
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id') ?? ''));
  }

  /** Chooses one step as somebody does who works by keyboard. */
  async choose(id: string): Promise<void> {
    const node = this.#page.locator(`${NODE}[data-id="${id}"]`);
    // Another author may have taken it away meanwhile.
    await node.focus({ timeout: 1_000 }).then(
      () => this.#page.keyboard.press('Enter'),
      () => undefined,
    );
  }

  /** Takes back everything that can be taken back; answers how much that was. */
  async undoAll(): Promise<number> {
    const undo = this.#page.getByRole('button', { name: /^Undo/ });
    let count = 0;
    while (await undo.isEnabled()) {
      await this.#page.keyboard.press('Control+z');
      count += 1;
    }
    return count;
  }

  async reload(): Promise<void> {
    await this.#page.reload({ waitUntil: 'domcontentloaded' });
    await this.#drawnAnew();
  }

  /** The page's process ends at once, whatever it was at; then the draft is opened in a new page. */
  async kill(): Promise<void> {
    const session = await this.#context.newCDPSession(this.#page);
    const crashed = this.#page.waitForEvent('crash');
    // Whoever is killed answers nothing.
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.#page.close();
    this.#page = await this.#context.newPage();
    await this.#goTo();
  }

  /**
   * Waits until the page says that everything is saved; what its author has to decide is decided, by turns. Before each
   * decision `look` may look.
   */
  async saved(look: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const toDecide = this.#page.getByRole('region', { name: 'To decide' }).getByRole('listitem');
    const saved = this.#page.getByRole('status').getByText('saved', { exact: true });
    for (let turn = 0; ; turn++) {
      await saved.waitFor({ timeout: 60_000 }).catch(async (problem: unknown) => {
        throw new Error(`It says: ${(await this.#said()).join(' · ')}`, { cause: problem });
      });
      if ((await toDecide.count()) === 0) return;
      await look();
      const first = toDecide.first();
      const choices = first.getByRole('button', { name: /^(Keep mine|Take theirs|Let it go)$/ });
      await choices.nth(turn % (await choices.count())).click();
    }
  }

  /** What the page says of how things stand. */
  #said(): Promise<readonly string[]> {
    return this.#page.locator('[role="status"], [role="alert"]').allInnerTexts();
  }

  /** What this browser keeps of the draft: each act with the list that it is in. */
  async kept(): Promise<readonly Row[]> {
    const rows: unknown = await this.#page.evaluate(
      (flow) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open(`earshot drafts/${flow}`);
          opening.onerror = () => reject(opening.error ?? new Error('It cannot be opened.'));
          opening.onsuccess = () => {
            const db = opening.result;
            const asked = db.transaction('entries').objectStore('entries').getAll();
            asked.onerror = () => reject(asked.error ?? new Error('It cannot be read.'));
            asked.onsuccess = () => {
              db.close();
              resolve(asked.result);
            };
          };
        }),
      this.flow,
    );
    return z.array(Row).parse(rows);
  }
}
