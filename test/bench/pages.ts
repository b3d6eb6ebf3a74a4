/**
 * `npm run -s bench:pages -- --json`: what somebody who looks at the pages waits for. First with everything running:
 * how soon an open page shows what is heard while much is heard, and first looks at pages; then, with nothing else
 * running than the API, the list of cases and one case among `--cases` (50,000) others.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { builtPages, ensurePages } from '../../engine/local/pages.ts';
import { progressOn } from '../../engine/local/progress.ts';
import { WORKER_NICENESS } from '../../engine/local/service.ts';
import { openStore } from '../../engine/store/store.ts';
import { capture } from '../setup/capture.ts';
import { startProcesses } from '../setup/earshot-processes.ts';
import { startScript } from './capture/child-line.ts';
import { firstLook, type FirstLook } from './pages/first-look.ts';
import { openedFromList } from './pages/in-app.ts';
import { whileMuchIsHeard } from './pages/live.ts';
import { openBrowser } from './pages/visitor.ts';
import { quantile } from './quantile.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '30' },
  },
});
const LOOKS = 5;
const OPENINGS = 30;
const ASKED = 200;
const BATCH = 500;
const PER_SECOND = 20;
/** 10,000 mentions a day. */
const APART_MS = 8_640;
const LISTS = ['', '?status=person', '?sort=due', '?brand=cableco'];

await ensurePages(progressOn(process.stderr), new AbortController().signal);
const servers = await startScript('engine/local/servers-main.ts');
const named = z.object({ mongodbUri: z.string(), temporalAddress: z.string() }).parse(servers.said);
const earshot = await startProcesses({
  name: 'bench-pages',
  pages: builtPages,
  servers: named,
  workerNiceness: WORKER_NICENESS,
});
const browser = await openBrowser();
try {
  const [first = ''] = await capture(earshot, [{ text: 'Your technician never came on Tuesday.' }]);
  await untilAsked(first);
  const delays = await whileMuchIsHeard(browser, earshot, {
    perSecond: PER_SECOND,
    seconds: Number(values.seconds),
  });
  const [, worker] = earshot.services;
  await worker.stop();
  await fill(Number(values.cases), first);
  const looks: { [page: string]: FirstLook } = {};
  for (const [page, path] of Object.entries({ today: '/', cases: '/cases', case: `/cases/${first}` })) {
    looks[page] = await medianLook(path);
  }
  const openings = await openedFromList(browser, earshot, '/cases?status=person', OPENINGS);
  const listMs = await timesOf(LISTS.map((query) => `/api/cases${query}`));
  const caseMs = await timesOf([`/api/cases/${first}`]);
  const result = {
    shownMs: {
      p50: Math.round(quantile(delays, 0.5)),
      p95: Math.round(quantile(delays, 0.95)),
      of: delays.length,
    },
    cases: Number(values.cases),
    listP95Ms: listMs,
    caseP95Ms: caseMs,
    openedMs: {
      first: Math.round(openings[0] ?? NaN),
      p50: Math.round(quantile(openings, 0.5)),
      p95: Math.round(quantile(openings, 0.95)),
    },
    looks,
  };
  process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
} finally {
  await browser.close();
  await earshot.close();
  await servers.stop();
}

async function untilAsked(caseId: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    if ((await earshot.store.cases.find(caseId))?.status === 'person') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The first case asks nobody.');
}

/**
 * Cases that are only heard, and told to nobody: the database holds as many as if they had run. They were heard at the
 * pace of a company that hears 10,000 mentions a day.
 */
async function fill(count: number, first: string): Promise<void> {
  const revision = (await earshot.store.cases.find(first))?.revision ?? '';
  const begin = Date.now() - count * APART_MS;
  let now = begin;
  const { mongodbUri: uri } = named;
  const store = await openStore({ uri, database: earshot.database, now: () => new Date(now) });
  for (let from = 0; from < count; from += BATCH) {
    now = begin + from * APART_MS;
    const verdicts = await store.mentions.capture(
      Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => ({
        channel: 'forum',
        externalId: `fill-${from + n}`,
        direction: 'inbound' as const,
        author: { externalId: `author-${from + n}` },
        text: `Nobody came to number ${from + n}.`,
        brand: `brand-${n % 7}`,
        occurredAt: new Date(now).toISOString(),
      })),
    );
    await Promise.all(
      verdicts.map(async (verdict) => {
        if (verdict.status !== 'rejected' && verdict.caseId !== null)
          await store.cases.markDelivered(verdict.caseId, 1, revision);
      }),
    );
  }
  await store.close();
}

async function medianLook(path: string): Promise<FirstLook> {
  const looks: FirstLook[] = [];
  for (let n = 0; n < LOOKS; n += 1) looks.push(await firstLook(browser, earshot, path));
  const middle = (of: (look: FirstLook) => number): number => quantile(looks.map(of), 0.5);
  return {
    largestPaintMs: middle(({ largestPaintMs }) => largestPaintMs),
    layoutShift: middle(({ layoutShift }) => layoutShift),
    readableMs: middle(({ readableMs }) => readableMs),
    scriptKb: middle(({ scriptKb }) => scriptKb),
  };
}

/** The p95 of asking the API for each of these in turn. */
async function timesOf(paths: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < ASKED; n += 1) {
    const path = paths[n % paths.length] ?? '';
    const from = performance.now();
    const response = await fetch(new URL(path, earshot.url), {
      headers: { authorization: `Bearer ${earshot.token}` },
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    await response.arrayBuffer();
    times.push(performance.now() - from);
  }
  return Math.round(quantile(times, 0.95));
}
