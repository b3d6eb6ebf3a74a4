import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RunsProblem } from '../../engine/runs/runs.ts';
import type { Actor } from '../../engine/workflows/messages.ts';
import { openCaseServer, type CaseServer } from './case-server.ts';
import { anything, drawing, end, node, start } from './drawing.ts';
import { recordHistory } from './record-history.ts';

const anna: Actor = { person: 'anna', teams: ['north'], roles: ['agent'] };
const bob: Actor = { person: 'bob', teams: ['south'], roles: ['agent'] };

let server: CaseServer;
beforeAll(async () => {
  server = await openCaseServer({
    flow: drawing('ask', {
      variables: [anything('answer')],
      nodes: [
        start,
        node('userTask', 'answer', {
          form: [
            { name: 'reply', label: 'Reply', type: { type: 'text' }, required: true },
            { name: 'mood', label: 'Mood', type: { type: 'string', allowed: ['good', 'bad'] } },
          ],
          assignment: { team: '"north"' },
          due: 'duration("PT2H")',
          answeredBy: 'answered elsewhere',
          result: 'answer',
          boundary: [
            {
              id: 'late',
              name: 'Nobody acts?',
              kind: 'timer',
              wait: { kind: 'duration', for: 'duration("PT2S")' },
              interrupting: false,
              again: { atMost: 2 },
            },
          ],
        }),
        end(),
        node('endEvent', 'told', {}),
      ],
      edges: ['start > answer', 'answer > end', 'answer.late > told'],
    }),
  });
});
afterAll(() => server.close());

async function refusal(act: Promise<unknown>): Promise<string> {
  const problem = await act.then(
    () => null,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(RunsProblem);
  return problem instanceof RunsProblem
    ? `${problem.reason}${problem.field === null ? '' : ` ${problem.field}`}`
    : '';
}

const Receipt = z.object({ answeredBy: z.string(), already: z.boolean() });
const isAlready = (receipt: unknown): boolean => Receipt.parse(receipt).already;
const answererOf = (receipt: unknown): string => Receipt.parse(receipt).answeredBy;

describe('a person is asked', () => {
  it('and what is stale, unauthorised or ill-formed is refused before it enters the history', async () => {
    const caseId = await server.hear();
    const { id: taskId, version } = await server.openTask(caseId);
    const before = (await server.historyEvents(caseId)).length;
    const give = (actor: Actor, answers: Record<string, string>, seen = version): Promise<unknown> =>
      server.runs.answerTask({ caseId, taskId, version: seen, answers, actor });
    expect(await refusal(give(anna, { reply: 't1' }, version + 1))).toBe('stale');
    expect(await refusal(give(bob, { reply: 't1' }))).toBe('unauthorised');
    expect(await refusal(give(anna, {}))).toBe('ill-formed reply');
    expect(await refusal(give(anna, { reply: 't1', mood: 'odd' }))).toBe('ill-formed mood');
    expect(await refusal(give(anna, { reply: 't1', shoe: '44' }))).toBe('ill-formed shoe');
    expect(
      await refusal(
        server.runs.answerTask({ caseId, taskId: `${caseId}.999`, version, answers: {}, actor: anna }),
      ),
    ).toBe('unknown');
    expect((await server.historyEvents(caseId)).filter((event) => event.includes('Update'))).toEqual([]);
    expect(before).toBeGreaterThan(0);
  });

  it('once: two answers at the same moment have one winner, and the other is told who', async () => {
    const caseId = await server.hear();
    const { id: taskId, version } = await server.openTask(caseId);
    const carl: Actor = { person: 'carl', teams: ['north'], roles: [] };
    const answers = { reply: 'text-1', mood: 'good' };
    const outcomes = await Promise.all(
      [anna, carl].map((actor) =>
        server.runs
          .answerTask({ caseId, taskId, version, answers, actor })
          .catch((problem: unknown) => problem),
      ),
    );
    const receipts = outcomes.filter((outcome) => !(outcome instanceof RunsProblem));
    const [winner, ...others] = receipts.filter((receipt) => !isAlready(receipt));
    expect(others).toEqual([]);
    expect(winner).toMatchObject({ answeredBy: expect.stringMatching(/^(anna|carl)$/) });
    const answeredBy = answererOf(winner);
    // The answer ends this run: whoever comes after its end is told by the store, as the API does.
    for (const outcome of outcomes.filter((each) => each !== winner)) {
      if (outcome instanceof RunsProblem) expect(outcome.code).toBe('no such run');
      else expect(outcome).toMatchObject({ answeredBy, already: true });
    }
    const done = await server.closed(caseId);
    expect(done.facts.answer).toMatchObject({
      reply: 'text-1',
      mood: 'good',
      'answered by': answeredBy,
    });
    const task = await server.store.tasks.find(taskId);
    expect(task).toMatchObject({ status: 'answered', answeredBy });
    await recordHistory(server, caseId, 'user-task');
  });

  it('and an answer that the company gave elsewhere settles the task', async () => {
    const caseId = await server.hear({ threadId: 'elsewhere', author: { externalId: 'customer' } });
    const task = await server.openTask(caseId);
    const { mention } = await import('./case-server.ts');
    await server.capture([
      mention({
        threadId: 'elsewhere',
        direction: 'outbound',
        author: { externalId: 'brand' },
        text: 'On our way.',
      }),
    ]);
    await server.closed(caseId);
    expect(await server.store.tasks.find(task.id)).toMatchObject({ status: 'answered elsewhere' });
    await recordHistory(server, caseId, 'answered-elsewhere');
  });

  it('and while nobody acts, the way for that is taken again and again, as often as drawn', async () => {
    const caseId = await server.hear();
    await server.openTask(caseId);
    const told = async (): Promise<number> =>
      (await server.store.cases.trail(caseId)).filter(
        (step) => step.node === 'told' && step.what === 'entered',
      ).length;
    await server.until(caseId, () => true);
    const endsAt = Date.now() + 15_000;
    while ((await told()) < 2 && Date.now() < endsAt) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await told()).toBe(2);
    const { id: taskId, version } = await server.openTask(caseId);
    await server.runs.answerTask({ caseId, taskId, version, answers: { reply: 't' }, actor: anna });
    await server.closed(caseId);
    await recordHistory(server, caseId, 'boundary-timer');
  });

  it('and once it is handed over, the other is: by the run itself, in their own name', async () => {
    const caseId = await server.hear();
    const { id: taskId, version } = await server.openTask(caseId);
    await server.store.tasks.handOver(taskId, { version, by: 'anna', to: { team: 'south' } });
    await server.until(caseId, (found) => found.seenSeq === 2);
    const give = (actor: Actor) =>
      server.runs.answerTask({ caseId, taskId, version, answers: { reply: 't' }, actor });
    expect(await refusal(give(anna))).toBe('unauthorised');
    expect(await give(bob)).toEqual({ taskId, answeredBy: 'bob', already: false });
    await server.closed(caseId);
    await recordHistory(server, caseId, 'handed-over');
  });

  it('and a closed case refuses politely', async () => {
    const caseId = await server.hear();
    const { id: taskId, version } = await server.openTask(caseId);
    await server.runs.cancelCase({ caseId, actor: anna, reason: 'a trial' });
    const gone = await server.closed(caseId);
    expect(gone.outcome).toBeNull();
    expect(await server.store.tasks.find(taskId)).toMatchObject({ status: 'cancelled' });
    expect(
      await refusal(
        server.runs.answerTask({ caseId, taskId, version, answers: { reply: 't' }, actor: anna }),
      ),
    ).toMatch(/not running|closed/);
    await recordHistory(server, caseId, 'cancelled');
  });
});
