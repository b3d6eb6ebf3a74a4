import { z } from 'zod';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import { WANTED } from '../../definitions/model/views/approval.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import { homeFolder } from '../local/folders.ts';
import { activityContracts } from './activity-contracts.ts';
import { createApiClient, targetOf, type ApiAnswer } from './api-client.ts';
import { CallerProblem } from './caller-problem.ts';
import { readDrawing } from './read-drawing.ts';

const Answered = z.union([
  z.object({ held: z.object({ id: z.string() }) }),
  z.object({ hash: z.string(), number: z.number(), live: z.boolean(), became: z.enum(WANTED) }),
]);
const PATIENCE_MS = 10_000;
/** The exit code where nothing is published yet: it waits for the approval of another person. */
const HELD = 3;

export interface PublishOptions {
  readonly why: string;
  readonly release?: true;
  /** Also if a scenario does not come out as it should. */
  readonly anyway?: true;
  readonly json?: true;
}

/**
 * Publishes a flow with its scenarios, and releases it if asked; prints `{ flow, number, hash, live, stories }` or a
 * sentence, `stories` where they alone were changed. Where another person has to approve it is held: `{ flow, waits }`.
 */
export async function runPublish(
  name: string,
  { why, release, anyway, json }: PublishOptions,
): Promise<void> {
  const { flow, scenarios, ...parts } = await readDrawing(name);
  const { activities } = await activityContracts({ flow, scenarios, ...parts }, process.env);
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
  const answer = await api.request('POST', `/api/flows/${encodeURIComponent(flow.id)}/revisions`, {
    revision: assembly.revision,
    why,
    ...(Object.keys(scenarios).length > 0 && { scenarios }),
    ...(anyway === true && { anyway }),
    ...(release === true && { live: true }),
  });
  const told = toldOf(flow, Answered.parse(accepted(answer).body));
  process.stdout.write(json ? `${JSON.stringify(told.json)}\n` : `${told.sentence}\n`);
  if ('waits' in told.json) process.exitCode = HELD;
}

function toldOf(
  flow: { readonly id: string; readonly name: string },
  answered: z.infer<typeof Answered>,
): { readonly json: object; readonly sentence: string } {
  if ('held' in answered)
    return {
      json: { flow: flow.id, waits: answered.held.id },
      sentence: `'${flow.name}' waits for the approval of another person: nothing is published yet.`,
    };
  const { hash, number, live, became } = answered;
  const goesLive = became === 'live revision';
  const json = { flow: flow.id, number, hash, live: goesLive };
  return became === 'stories'
    ? {
        json: { ...json, live, stories: true },
        sentence: `'${flow.name}', revision ${number}, stays as it is; its stories were changed.`,
      }
    : { json, sentence: `'${flow.name}', revision ${number}, is published${goesLive ? ' and live' : ''}.` };
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
