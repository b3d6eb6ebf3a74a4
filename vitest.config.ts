import { defineConfig } from 'vitest/config';
import LongestFirst from './test/setup/longest-first.ts';

const PAGES = 'test/e2e/**/*.test.ts';
const WALKS = 'test/walks/**/*.test.ts';
/** What leaves nothing behind in its process. */
const TIDY = [
  'test/{api,check,cli,conformance,decision,edit,editor,feel,flow,identity,interpreter,library,model,reading,simulate,store,tables}/**/*.test.{ts,tsx}',
  'test/rooms/{files,purity}.test.ts',
  'test/sample/{care,story}.test.ts',
  'test/workers/{crms-in,csv-crm,define-crm,ledger,retry-notes,revision-source,sdk,shipped-activities}.test.ts',
  'test/local/{another-port,data-folder,fetch-server,listen-address,packages,process-lock,tally}.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Temporal's SDK requires the payload converter by path: it must be able to read TypeScript.
    execArgv: ['--import', 'tsx'],
    maxWorkers: 2,
    passWithNoTests: true,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // One process for many files: loading what they have in common takes longer than most of them.
        test: { name: 'tidy', include: TIDY, isolate: false, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...TIDY, PAGES, WALKS],
          // They wait for servers most of the time.
          maxWorkers: 3,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: [PAGES],
          isolate: false,
          testTimeout: 180_000,
          globalSetup: 'test/setup/earshot-of-the-pages.ts',
          // After the rest: a browser, and an Earshot under it, want the machine for themselves.
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        // Last and alone: a story that is told by the clock goes slow where others want the machine.
        test: { name: 'walks', include: [WALKS], testTimeout: 120_000, sequence: { groupOrder: 3 } },
      },
    ],
  },
});
