/**
 * What must be true before any TypeScript of the project can run: a Node that is new enough, and the packages of
 * the lock file. Plain JavaScript on Node alone, because it runs on a fresh clone.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The lowest Node that every package in the lock file runs on. */
const LOWEST_NODE = [20, 19];
const HEARTBEAT_MS = 8_000;

/** One sentence if this Node is too old, else null. */
export function nodeTooOld(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const newEnough = major > LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor >= LOWEST_NODE[1]);
  return newEnough
    ? null
    : `Earshot needs Node ${LOWEST_NODE.join('.')} or newer and this is ${version}: install a newer Node from your package manager or nodejs.org.`;
}

/** Whether every package of the lock file stands in node_modules in the locked version. */
export function packagesInPlace(root = projectRoot) {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional === true || installed[path]?.version === entry.version,
  );
}

/** Runs `npm ci` if anything is missing; rejects with one sentence if that fails. */
export async function ensurePackages(root = projectRoot) {
  if (packagesInPlace(root)) return;
  process.stderr.write('Installing packages (npm ci) …\n');
  const started = Date.now();
  const heartbeat = setInterval(() => {
    process.stderr.write(`Installing packages … ${Math.round((Date.now() - started) / 1000)} s\n`);
  }, HEARTBEAT_MS);
  try {
    const code = await npm(['ci', '--include=dev', '--no-fund', '--no-audit'], root);
    if (code !== 0) {
      throw new Error(
        `The packages could not be installed (npm ci ended with ${code}): see npm's words above, check the network, and start again.`,
      );
    }
  } finally {
    clearInterval(heartbeat);
  }
}

/** Runs npm, its words going to standard error; answers its exit code. */
function npm(args, cwd) {
  const script = process.env.npm_execpath;
  const [file, first] = script && /\.c?js$/.test(script) ? [process.execPath, [script]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...first, ...args], {
      cwd,
      stdio: ['ignore', 2, 2],
      shell: file === 'npm' && process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
