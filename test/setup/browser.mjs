/** A Chromium for the tests of the pages. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
];
const INSTALL_LIMIT_MS = 10 * 60_000;

/** Its path: CHROMIUM_PATH, one on the PATH, or one that apt-get can install for root; null if there is none. */
export function findChromium(env = process.env) {
  return found(env) ?? (installWithApt() ? found(env) : null);
}

function found(env) {
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [env.CHROMIUM_PATH, ...onPath, ...ELSEWHERE].find((path) => path && mayRun(path)) ?? null;
}

function installWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !mayRun('/usr/bin/apt-get')) return false;
  process.stderr.write('Installing Chromium (apt-get) …\n');
  const apt = (...args) =>
    spawnSync('/usr/bin/apt-get', ['-qq', ...args], {
      stdio: ['ignore', 2, 2],
      timeout: INSTALL_LIMIT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}

function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
