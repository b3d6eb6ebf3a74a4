/**
 * `npm run -s bench:editor -- --json`: how the designer keeps up with a flow of 1,000 steps and 1,500 arrows, in turns
 * with React Flow by itself over the same steps, and the table editor with 5,000 rows. Medians of the rounds.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { builtPages, ensurePages } from '../../engine/local/pages.ts';
import { progressOn } from '../../engine/local/progress.ts';
import { FIRST_PERSON } from '../../engine/local/first-people.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { LARGE } from '../e2e/decision-page/tables.ts';
import { startProcesses } from '../setup/earshot-processes.ts';
import { servePage } from '../setup/serve-page.ts';
import { startScript } from './capture/child-line.ts';
import { canvasFigures, type CanvasFigures } from './editor/canvas.ts';
import { checkTimes, timeWorkers } from './editor/checked.ts';
import { round, type Frames } from './editor/frames.ts';
import { largeContent } from './editor/large-flow.ts';
import { tableFigures, type TableFigures } from './editor/table.ts';
import { freshPage, openBrowser } from './pages/visitor.ts';
import { quantile } from './quantile.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '3' } },
});
const ROUNDS = Number(values.rounds);

await ensurePages(progressOn(process.stderr), new AbortController().signal);
const servers = await startScript('engine/local/servers-main.ts');
const named = z.object({ mongodbUri: z.string(), temporalAddress: z.string() }).parse(servers.said);
const earshot = await startProcesses({ name: 'bench-editor', pages: builtPages, servers: named });
const plain = await servePage(new URL('editor/plain-canvas/', import.meta.url));
const tables = await servePage(new URL('../e2e/decision-page/', import.meta.url));
const browser = await openBrowser();
try {
  const { flow } = await earshot.store.drafts.begin(largeContent('large-flow'), FIRST_PERSON.id);
  const priced = { ...newFlow('priced', 'A flow with a large table'), tables: { [LARGE.id]: LARGE } };
  const { flow: withTable } = await earshot.store.drafts.begin(priced, FIRST_PERSON.id);
  const designers: CanvasFigures[] = [];
  const plains: CanvasFigures[] = [];
  const sheets: TableFigures[] = [];
  const checks: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const designer = await freshPage(browser, earshot);
    await timeWorkers(designer);
    designers.push(await canvasFigures(designer, `/flows/${flow}/draft`));
    await designer.reload({ waitUntil: 'domcontentloaded' });
    await designer.locator('.react-flow__node').nth(12).waitFor();
    checks.push(...(await checkTimes(designer)));
    await designer.context().close();
    const other = await freshPage(browser, { url: plain.url, token: '' });
    plains.push(await canvasFigures(other, '/'));
    await other.context().close();
    const third = await freshPage(browser, earshot);
    sheets.push(await tableFigures(browser, tables.url, [third, `/flows/${withTable}/draft`]));
  }
  const designer = middleOf(designers);
  const alone = middleOf(plains);
  const result = {
    steps: 1_000,
    arrows: 1_500,
    rounds: ROUNDS,
    designer,
    reactFlow: alone,
    ratio: {
      open: round(designer.openMs / alone.openMs),
      panning: ratio(designer.panning, alone.panning),
      zooming: ratio(designer.zooming, alone.zooming),
      dragging: ratio(designer.dragging, alone.dragging),
      panningWhole: ratio(designer.panningWhole, alone.panningWhole),
    },
    checkMs: { p50: Math.round(quantile(checks, 0.5)), p95: Math.round(quantile(checks, 0.95)) },
    table: Object.fromEntries(
      (['opened', 'firstPaint', 'keystrokeP50', 'keystrokeP95', 'sort', 'filter'] as const).map((figure) => [
        figure,
        quantile(
          sheets.map((sheet) => sheet[figure]),
          0.5,
        ),
      ]),
    ),
  };
  process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
} finally {
  await browser.close();
  await tables.close();
  await plain.close();
  await earshot.close();
  await servers.stop();
}

function middleOf(all: readonly CanvasFigures[]): CanvasFigures {
  const middle = (of: (one: CanvasFigures) => number): number => quantile(all.map(of), 0.5);
  const frames = (of: (one: CanvasFigures) => Frames): Frames => ({
    median: middle((one) => of(one).median),
    p95: middle((one) => of(one).p95),
    perSecond: middle((one) => of(one).perSecond),
  });
  return {
    openMs: middle(({ openMs }) => openMs),
    panning: frames(({ panning }) => panning),
    zooming: frames(({ zooming }) => zooming),
    dragging: frames(({ dragging }) => dragging),
    panningWhole: frames(({ panningWhole }) => panningWhole),
    heapMb: middle(({ heapMb }) => heapMb),
  };
}

function ratio(mine: Frames, plainly: Frames): { readonly median: number; readonly p95: number } {
  return {
    median: Math.round((mine.median / plainly.median) * 100) / 100,
    p95: Math.round((mine.p95 / plainly.p95) * 100) / 100,
  };
}
