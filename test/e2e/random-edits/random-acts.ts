import { isSameDrawing, type DraftWindow, type Drawn } from './draft-window.ts';

/** The same numbers for the same seed, each from 0 up to 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MOST_STEPS = 24;
const TO_ADD = ['Wait', 'Ask a person', 'Note'];
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const KEYS: { readonly [what: string]: string } = {
  duplicate: 'Control+d',
  remove: 'Delete',
  undo: 'Control+z',
  redo: 'Control+Shift+z',
};

/** Does one thing of those that change a drawing, or take back or do again; answers what it did. */
export async function actAtRandom(window: DraftWindow, random: () => number): Promise<string> {
  const { page } = window;
  const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const ids = await window.steps();
  const chance = random();
  if (chance < 0.2 && ids.length < MOST_STEPS) {
    const what = oneOf(TO_ADD) ?? 'Wait';
    await page
      .getByRole('navigation', { name: 'Steps to add' })
      .getByRole('button', { name: what, exact: true })
      .click();
    return `add ${what}`;
  }
  const what =
    chance < 0.6
      ? 'move'
      : chance < 0.68 && ids.length < MOST_STEPS
        ? 'duplicate'
        : chance < 0.8 && ids.length > 1
          ? 'remove'
          : chance < 0.93
            ? 'undo'
            : 'redo';
  if (what !== 'undo' && what !== 'redo') await window.choose(oneOf(ids) ?? '');
  await page.keyboard.press(KEYS[what] ?? oneOf(ARROWS) ?? 'ArrowUp');
  return what;
}

/** What became of a window in which things were done at random. */
export interface Done {
  readonly acts: number;
  readonly reloads: number;
  readonly kills: number;
  /** Where what came back was not what had been there; each with both drawings. */
  readonly lost: readonly { readonly after: string; readonly before: Drawn; readonly back: Drawn }[];
}

/**
 * That many acts, with a reload or a killed page in between, about once in `every` acts. What is drawn after it is what
 * was drawn before; of an act that was killed in its middle all or nothing.
 */
export async function doAtRandom(
  window: DraftWindow,
  random: () => number,
  { acts, every }: { readonly acts: number; readonly every: number },
): Promise<Done> {
  const lost: Done['lost'][number][] = [];
  let reloads = 0;
  let kills = 0;
  for (let act = 1; act <= acts; act++) {
    if (act % every !== 0) {
      await actAtRandom(window, random);
      continue;
    }
    const before = await atRest(window);
    const what = await actAtRandom(window, random);
    const isKilled = random() < 0.5;
    const after = isKilled ? await window.drawn() : await atRest(window);
    if (isKilled) await window.kill();
    else await window.reload();
    if (isKilled) kills += 1;
    else reloads += 1;
    const back = await window.drawn();
    const isKept =
      isSameDrawing(back, after) ||
      (isKilled && (isSameDrawing(back, before) || (await isWhole(window, what, before))));
    if (!isKept) lost.push({ after: `${isKilled ? 'kill' : 'reload'} after ${what}`, before: after, back });
  }
  return { acts, reloads, kills, lost };
}

/**
 * Whether an act that was kept before anybody saw it drawn is there as a whole: taken back, or done again, it leaves
 * what was there before it.
 */
async function isWhole(window: DraftWindow, what: string, before: Drawn): Promise<boolean> {
  const [back, again] = what === 'undo' ? ['redo', 'undo'] : ['undo', 'redo'];
  await window.page.keyboard.press(KEYS[back] ?? '');
  const reached = await atRest(window);
  await window.page.keyboard.press(KEYS[again] ?? '');
  await atRest(window);
  return isSameDrawing(reached, before);
}

/** The drawing once the last key has been heard and the page has nothing left to do. */
async function atRest(window: DraftWindow): Promise<Drawn> {
  for (let turn = 0; turn < 2; turn++)
    await window.page.evaluate(
      () =>
        new Promise((resolve) => {
          requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        }),
    );
  return window.drawn();
}
