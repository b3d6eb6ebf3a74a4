/**
 * `npm run -s soak:drafts -- --json`: that nothing which is drawn is lost, at length, in real pages. `--acts` at random in
 * one window, with undo, redo, reloads and killed pages in between, all taken back at the end; then two people on one
 * draft for `--seconds`. Ends with 1 when anything was lost. `--seed` does the same again.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { builtPages, ensurePages } from '../../engine/local/pages.ts';
import { progressOn } from '../../engine/local/progress.ts';
import { startScript } from '../bench/capture/child-line.ts';
import { openBrowser } from '../bench/pages/visitor.ts';
import { isSameDrawing } from '../e2e/random-edits/draft-window.ts';
import { inOneWindow, inTwoWindows } from '../e2e/random-edits/runs.ts';
import { startProcesses } from '../setup/earshot-processes.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    acts: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);

await ensurePages(progressOn(process.stderr), new AbortController().signal);
const servers = await startScript('engine/local/servers-main.ts');
const named = z.object({ mongodbUri: z.string(), temporalAddress: z.string() }).parse(servers.said);
const earshot = await startProcesses({ name: 'soak-drafts', pages: builtPages, servers: named });
const browser = await openBrowser();
try {
  const startedAt = Date.now();
  const alone = await inOneWindow(browser, earshot, { seed, acts: Number(values.acts), every: 100 });
  const aloneMs = Date.now() - startedAt;
  const { drawings, ...together } = await inTwoWindows(browser, earshot, {
    seed,
    durationMs: Number(values.seconds) * 1_000,
  });
  const isSame = drawings.every((drawing) => isSameDrawing(drawing, drawings[0]));
  const result = {
    seed,
    alone: { ...alone, seconds: Math.round(aloneMs / 1_000) },
    together: { ...together, isSame },
  };
  process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
  const isWhole =
    alone.lost.length === 0 && alone.isAsDrawn && alone.isAsBegun && together.lost.length === 0 && isSame;
  if (!isWhole) process.exitCode = 1;
} finally {
  await browser.close();
  await earshot.close();
  await servers.stop();
}
