import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';
import { iconsOfActivities } from './icons-of-activities.ts';
import { pagesAhead } from './pages-ahead.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What only some pages need, and costs them. */
const LARGE =
  /node_modules\/(@xyflow|d3-|@codemirror|@lezer|style-mod|crelt|w3c-keyname|lezer-feel|moment-timezone|decimal\.js|@rjsf|zod|lodash-es|markdown-to-jsx|@x0k|fast-equals|jsonpointer|elkjs|@tanstack\/(react-virtual|virtual-core)|bpmn-moddle|dmn-moddle|moddle|moddle-xml|saxen|min-dash|idb|franc-min|trigram-utils|n-gram|collapse-white-space|vader-sentiment)|\/definitions\/(drawing|feel|decision|check|edit|reading|scenario|flow\/(bpmn|file))\/|\/definitions\/flow\/(sha256|canonical|content-hash|publish|json-place|json-members|json-depth|migrations|graph-index)\.ts$|\/editor\/(drawing|expressions|designer|decisions|word-lists|flows\/changed)\/|\/editor\/flows\/(import-|export-flow|flow-files)|drawing-words\.ts$|\/editor\/words\/(drawing\/|chance\.ts$|customer-card\.ts$|who\.ts$)|\.schema\.ts$|\/read-flow\.ts$/;
/** What every page stands on. Its styles come first, for ours say otherwise in places. */
const BASE = /\/node_modules\/|\/editor\/(shell|words)\//;
const ICONS = iconsOfActivities(here);
const isLarge = (module: string): boolean => LARGE.test(module) || ICONS.has(basename(module));
const isBase = (module: string): boolean => BASE.test(module) && !isLarge(module);
const isShared = (module: string): boolean => !isLarge(module);

/** Pages are built into dist/editor, from where the API serves them; while developing, `/api` goes to a running Earshot. */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), pagesAhead(), compressed()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../dist/editor', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What pages share is one file, but for the large libraries: some fifty files took longer to fetch than to run.
        codeSplitting: {
          groups: [
            { name: 'base', test: isBase, priority: 1 },
            { name: 'shared', minShareCount: 2, test: isShared },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': process.env['EARSHOT_URL'] ?? 'http://127.0.0.1:4444' } },
});
