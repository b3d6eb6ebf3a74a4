/** Temporal and MongoDB for the tests, in a temporary data folder, by the same code that `npm start` uses. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Resolves with their addresses and a way to stop them; rejects with one sentence if there is no way to have them. */
export function startTestServers(root) {
  const { EARSHOT_HOME: _elsewhere, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'engine/local/servers-main.ts'], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C reaches the tests first; the servers follow when their standard input ends.
    detached: true,
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.stdin.end();
    await gone;
  };
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve({ ...JSON.parse(line), stop }));
    void gone.then(() =>
      reject(new Error('Temporal and MongoDB could not be started; the lines above tell why.')),
    );
  });
}
