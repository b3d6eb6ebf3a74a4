/**
 * `npm test`: everything, from a fresh clone. Types, lint and formatting count as one test each. The last line is
 * `N passed, N failed, N skipped`. With arguments (`npm test -- test/feel`) it runs only those tests.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages, nodeTooOld, projectRoot } from '../engine/local/packages.mjs';
import { findChromium } from './setup/browser.mjs';
import { startTestServers } from './setup/servers.mjs';
import { addUp, sentence, tallyOf } from './setup/tally.mjs';

const only = process.argv.slice(2);
const children = new Set();
let servers = null;

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    void Promise.resolve(servers?.stop()).then(() => process.exit(130));
  });
}

/** Runs one of the project's tools to its end; answers its exit code. */
function run(script, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(projectRoot, 'node_modules', script), ...args], {
      cwd: projectRoot,
      env,
      stdio: 'inherit',
    });
    children.add(child);
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
}

async function check(name, ...steps) {
  const started = Date.now();
  let code = 0;
  for (const [script, ...args] of steps) code ||= await run(script, args);
  process.stdout.write(
    `${code === 0 ? 'passed' : 'FAILED'}: ${name} (${((Date.now() - started) / 1000).toFixed(0)} s)\n`,
  );
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function tests(addresses) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-test-'));
  const chromium = findChromium();
  if (chromium === null)
    process.stdout.write(
      'There is no Chromium, so the tests of the pages are skipped; CHROMIUM_PATH names one.\n',
    );
  const env = {
    ...process.env,
    TEMPORAL_ADDRESS: addresses.temporalAddress,
    MONGODB_URI: addresses.mongodbUri,
    ...(chromium && { CHROMIUM_PATH: chromium }),
  };
  const report = join(folder, 'report.json');
  try {
    await run(
      'vitest/vitest.mjs',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only],
      env,
    );
    return tallyOf(JSON.parse(readFileSync(report, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tooOld = nodeTooOld();
let total = { passed: 0, failed: 1, skipped: 0 };
try {
  if (tooOld) throw new Error(tooOld);
  await ensurePackages();
  // The servers may have to be compiled first: meanwhile the checks that need none go on.
  const starting = startTestServers(projectRoot);
  starting.catch(() => undefined);
  const checks = [];
  if (only.length === 0) {
    // One by itself until the servers stand, or take long: those that start beside three of them come too late.
    const types = check('types', ['typescript/bin/tsc', '--noEmit']);
    await Promise.race([types, starting.catch(() => undefined)]);
    checks.push(
      ...(await Promise.all([
        types,
        check(
          'lint',
          ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
          [
            'dependency-cruiser/bin/dependency-cruise.mjs',
            '--config',
            '.dependency-cruiser.cjs',
            'definitions',
            'engine',
            'workers',
            'editor',
          ],
        ),
        check('format', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
      ])),
    );
  }
  servers = await starting.catch((problem) => {
    process.stdout.write(`${problem.message}\n`);
    return null;
  });
  total = addUp([...checks, servers ? await tests(servers) : { passed: 0, failed: 1, skipped: 0 }]);
} catch (problem) {
  process.stdout.write(`${problem.message}\n`);
} finally {
  await servers?.stop();
}
process.stdout.write(`${sentence(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
