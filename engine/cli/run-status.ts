import { HealthSchema } from '../api/session.schema.ts';
import { homeFolder } from '../local/folders.ts';
import { runningEarshot } from '../local/runtime-file.ts';
import { createApiClient, targetOf } from './api-client.ts';
import { CallerProblem } from './caller-problem.ts';

export interface StatusOptions {
  readonly json?: true;
}

/** Prints what runs, and where. Exit code 1 if a server does not answer; throws a CallerProblem if nothing runs. */
export async function runStatus({ json }: StatusOptions): Promise<void> {
  const home = homeFolder(process.env);
  const runtime = runningEarshot(home);
  const target = targetOf(home, process.env);
  const url = target()?.url;
  if (url === undefined)
    throw new CallerProblem('not running', `No Earshot runs on ${home.path}`, 'start it with `npm start`');
  const api = createApiClient({ target, notice: () => undefined, patienceMs: 0 });
  const health = HealthSchema.parse((await api.request('GET', '/api/health')).body);
  if (json)
    process.stdout.write(
      `${JSON.stringify({ url, home: home.path, ...health, servers: runtime?.servers ?? [] })}\n`,
    );
  else {
    process.stdout.write(`Earshot ${health.version} runs at ${url} on ${home.path}\n`);
    process.stdout.write(
      `Temporal ${health.temporal ? 'answers' : 'does not answer'}${runtime ? ` (${runtime.temporalAddress}${runtime.temporalUi === null ? '' : `, pages at ${runtime.temporalUi}`})` : ''}\n`,
    );
    process.stdout.write(
      `MongoDB ${health.store ? 'answers' : 'does not answer'}${runtime ? ` (${runtime.mongodbUri})` : ''}\n`,
    );
  }
  process.exitCode = health.temporal && health.store ? 0 : 1;
}
