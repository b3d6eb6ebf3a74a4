import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { builtPages, ensurePages } from '../../engine/local/pages.ts';
import { progressOn } from '../../engine/local/progress.ts';
import { SCALE_OF } from '../../engine/sample/pace.ts';
import { startProcesses } from './earshot-processes.ts';
import { fillWithCases, SECOND_VISITOR } from './fill-with-cases.ts';

/** Where the tests of the pages find a running Earshot, and the browser they look with. */
export interface PagesTarget {
  readonly url: string;
  readonly token: string;
  /** Of a second visitor, an agent of the same team; null where there is none. */
  readonly secondToken: string | null;
  readonly browser: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    pagesTarget: PagesTarget | null;
  }
}

/**
 * Before the tests of the pages: an Earshot with something to see. EARSHOT_URL and EARSHOT_TOKEN name one that runs
 * already. Without a browser or without servers there is none, and the tests are skipped.
 */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const {
    EARSHOT_URL: url,
    EARSHOT_TOKEN: token,
    CHROMIUM_PATH: browser = '/usr/bin/chromium',
    MONGODB_URI: mongodb,
    TEMPORAL_ADDRESS: temporal,
  } = process.env;
  const isRunning = url !== undefined && token !== undefined;
  if (!existsSync(browser) || (!isRunning && !(mongodb && temporal))) {
    process.stderr.write(
      'The tests of the pages are skipped: they need Chromium (CHROMIUM_PATH), and MongoDB and Temporal (npm test starts them).\n',
    );
    project.provide('pagesTarget', null);
    return undefined;
  }
  if (isRunning) {
    project.provide('pagesTarget', { url, token, secondToken: null, browser });
    return undefined;
  }
  await ensurePages(progressOn(process.stderr), new AbortController().signal);
  const earshot = await startProcesses({ name: 'pages', pages: builtPages, sampleScale: SCALE_OF.normal });
  try {
    await fillWithCases(earshot);
  } catch (problem) {
    await earshot.close();
    throw problem;
  }
  const { url: at, token: mine } = earshot;
  project.provide('pagesTarget', {
    url: at,
    token: mine,
    secondToken: earshot.tokenOf(SECOND_VISITOR.id),
    browser,
  });
  return () => earshot.close();
}
