import { homeFolder } from '../local/folders.ts';
import { createApiClient, targetOf } from './api-client.ts';
import { CallerProblem } from './caller-problem.ts';

const PATIENCE_MS = 10_000;

/** What the Earshot that runs on this data folder answers; throws a CallerProblem for what it refuses. */
export async function askApi(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> {
  const api = createApiClient({
    target: targetOf(homeFolder(process.env), process.env),
    notice: (sentence) => void process.stderr.write(`${sentence}\n`),
    patienceMs: PATIENCE_MS,
  });
  const answer = await api.request(method, path, body);
  if (answer.problem === null) return answer.body;
  const { code, detail, whatToDo } = answer.problem;
  throw new CallerProblem(code, detail.replace(/\.$/, ''), whatToDo.replace(/\.$/, ''));
}
