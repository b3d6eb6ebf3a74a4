import { z } from 'zod';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import { homeFolder } from '../local/folders.ts';
import { activityContracts } from './activity-contracts.ts';
import { createApiClient, targetOf, type ApiAnswer } from './api-client.ts';
import { CallerProblem } from './caller-problem.ts';
import { readDrawing } from './read-drawing.ts';

const Published = z.object({ hash: z.string(), number: z.number() });
const PATIENCE_MS = 10_000;

/** Publishes a flow, and releases it if asked; prints `{ flow, number, hash, live }` or a sentence. */
export async function runPublish(
  name: string,
  { why, release, json }: { readonly why: string; readonly release?: true; readonly json?: true },
): Promise<void> {
  const { flow, ...parts } = readDrawing(name);
  const { activities } = await activityContracts({ flow, ...parts }, process.env);
  const assembly = assembleRevision(flow, { ...parts, activities }, SEMANTICS);
  if ('issues' in assembly) {
    const [first] = assembly.issues.filter((issue) => issue.severity === 'error');
    throw new CallerProblem(
      'ill-formed',
      `'${flow.name}' cannot be published (${first?.message.replace(/\.$/, '') ?? 'no reason given'})`,
      `see all of it with \`earshot check ${name}\``,
    );
  }
  const api = createApiClient({
    target: targetOf(homeFolder(process.env), process.env),
    notice: (sentence) => void process.stderr.write(`${sentence}\n`),
    patienceMs: PATIENCE_MS,
  });
  const at = `/api/flows/${encodeURIComponent(flow.id)}`;
  const answer = await api.request('POST', `${at}/revisions`, { revision: assembly.revision, why });
  const { hash, number } = Published.parse(accepted(answer).body);
  if (release) accepted(await api.request('POST', `${at}/releases`, { hash, why }));
  const live = release === true;
  process.stdout.write(
    json
      ? `${JSON.stringify({ flow: flow.id, number, hash, live })}\n`
      : `'${flow.name}', revision ${number}, is published${live ? ' and live' : ''}.\n`,
  );
}

function accepted(answer: ApiAnswer): ApiAnswer {
  const { problem } = answer;
  if (problem === null) return answer;
  throw new CallerProblem(
    problem.code,
    problem.detail.replace(/\.$/, ''),
    problem.whatToDo.replace(/\.$/, ''),
  );
}
