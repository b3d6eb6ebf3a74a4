/**
 * What the rule language weighs in a browser: `npm run -s bench:bundle -- --json`, in bytes as gzip sends them, with
 * and without the grammar's tables, which come from its library.
 */
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ENTRY = fileURLToPath(new URL('rules/in-a-browser.ts', import.meta.url));

/** The entry with all that it reaches, as one script; `left` are packages that are left out of it. */
async function gzipped(left: readonly RegExp[]): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: ENTRY, formats: ['es'], fileName: 'rules' },
      rolldownOptions: { external: [...left] },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const code = outputs.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
  if (!code.includes('evaluate')) throw new Error('The bundle holds no rule language.');
  return gzipSync(code, { level: 9 }).byteLength;
}

const report = { gzip: await gzipped([]), gzipWithoutGrammar: await gzipped([/^lezer-feel$/]) };
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`);
else console.table(report);
