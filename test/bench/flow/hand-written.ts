import {
  ApplicationFailure,
  CancellationScope,
  condition,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { ActivityCall } from '../../../definitions/activity/contract.ts';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { Arrival } from '../../../definitions/model/arrival.ts';
import type { CaseStatus, Progress } from '../../../definitions/model/case.ts';
import type { HostActivities } from '../../../engine/workflows/host-activities.ts';
import {
  answerTaskUpdate,
  arrivedSignal,
  type CaseStart,
  type TaskAnswer,
} from '../../../engine/workflows/messages.ts';
import {
  brokenStepOf,
  dueOf,
  happyOf,
  isOurError,
  priorityOf,
  remedyOf,
  signOffNeeded,
  skillOf,
  worthOf,
  type Facts,
} from './rules-by-hand.ts';

/**
 * Mention care as an engineer would write it for Temporal by hand, for comparison: the same activities, local where
 * ours are, the same retries, waits, updates and store; the rules are plain functions.
 */

const MINUTE_MS = 60_000;
const host = proxyLocalActivities<HostActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: 200, backoffCoefficient: 2, maximumInterval: '10 seconds' },
});
type Activities = { readonly [name: string]: (call: ActivityCall) => Promise<Json> };
const retry = {
  initialInterval: 500,
  backoffCoefficient: 2,
  maximumAttempts: 10,
  maximumInterval: '1 minute',
} as const;
const local = proxyLocalActivities<Activities>({
  startToCloseTimeout: '2 seconds',
  scheduleToCloseTimeout: '1 minute',
  retry,
});
const outside = proxyActivities<Activities>({
  startToCloseTimeout: '20 seconds',
  scheduleToCloseTimeout: '1 day',
  retry,
});

interface Owner {
  readonly team: string | null;
  readonly person: string | null;
}
interface CustomerFacts {
  readonly region: string | null;
  readonly tenureYears: number;
  readonly contactsThisMonth: number;
}

export async function handWrittenCase(
  start: CaseStart,
  revision: { readonly $revision: string },
): Promise<void> {
  const { caseId } = start;
  let told = 0;
  let seen = 0;
  let version = 0;
  let answer: TaskAnswer | null = null;
  let openTask: { readonly id: string; readonly team: string | null; readonly person: string | null } | null =
    null;

  setHandler(arrivedSignal, ({ seq }) => {
    told = Math.max(told, seq);
  });
  setHandler(
    answerTaskUpdate,
    (given) => {
      answer = given;
      return { taskId: given.taskId, answeredBy: given.actor.person, already: false };
    },
    {
      validator: (given) => {
        if (openTask === null || given.taskId !== openTask.id || answer !== null) throw refusal('unknown');
        const { person, teams, roles } = given.actor;
        const may =
          person === openTask.person || teams.includes(openTask.team ?? '') || roles.includes('lead');
        if (!may) throw refusal('unauthorised');
        if (typeof given.answers.text !== 'string') throw refusal('ill-formed');
      },
    },
  );

  const call = (activity: string, node: string, input: JsonObject, visit = 1): ActivityCall => ({
    caseId,
    revision: revision.$revision,
    activity,
    scope: '0',
    node,
    visit,
    item: 0,
    at: new Date().toISOString(),
    input,
  });
  const here = async <T>(activity: string, node: string, input: JsonObject, visit?: number): Promise<T> => {
    const perform = local[activity];
    if (perform === undefined) throw refusal(activity);
    return (await perform(call(activity, node, input, visit))) as T;
  };
  const send = (kind: string, node: string, input: JsonObject, visit?: number): Promise<Json> | undefined =>
    outside.sendReply?.(call('sendReply', node, { kind, ...input }, visit));
  const arrivals = async (): Promise<readonly Arrival[]> => {
    const { arrivals: fresh } = await host.loadCase({ caseId, afterSeq: seen, opening: seen === 0 });
    for (const { seq } of fresh) seen = Math.max(seen, seq);
    return fresh;
  };
  const record = (status: CaseStatus, facts: JsonObject, rest: Partial<Progress> = {}): Promise<void> => {
    version += 1;
    const at = new Date().toISOString();
    const { runId } = workflowInfo();
    const standing = { positions: [], outcome: null, wakesAt: null, seenSeq: seen };
    const nothing = {
      tasksOpened: [],
      tasksClosed: [],
      incidentsRaised: [],
      incidentsCleared: [],
      trail: [],
    };
    const progress = {
      caseId,
      runId,
      life: runId,
      version,
      revision: revision.$revision,
      at,
      status,
      facts,
      ...standing,
      ...nothing,
      ...rest,
    };
    return host.recordProgress({ progress, closed: null });
  };

  await arrivals();
  await here<Owner>('assignOwner', 'first-owner', { skill: 'care', region: null, keep: true });
  let facts = await here<Facts>('deriveFacts', 'derive-facts', { since: null });
  if (worthOf(facts) === 'noise') return record('closed', {}, { outcome: 'put aside' });
  const customer = await here<CustomerFacts>('lookUpCustomer', 'look-up', {});
  const ourError = isOurError(facts);
  let broken = brokenStepOf(facts);
  if (worthOf(facts) === 'praise') {
    await send('thanks', 'say-thanks', {});
    await here('tellTeam', 'tell-team', { about: 'praise' });
    return record('closed', {}, { outcome: 'thanked' });
  }
  let unhappy = 0;
  for (let visit = 1; ; visit += 1) {
    const priority = priorityOf(facts, {
      ourError,
      unhappy,
      reopened: visit > 1,
      contacts: customer.contactsThisMonth,
    });
    const skill = skillOf(facts, broken);
    const due = dueOf(priority);
    const remedy = remedyOf({
      ourError,
      broken,
      unhappy,
      contacts: customer.contactsThisMonth,
      years: customer.tenureYears,
    });
    let owner = await here<Owner>(
      'assignOwner',
      'give-owner',
      { skill, region: customer.region, keep: visit > 1 },
      visit,
    );
    const taskId = `${caseId}.${visit}`;
    answer = null;
    openTask = { id: taskId, ...owner };
    const dueAt = new Date(Date.now() + due.dueMs).toISOString();
    await record(
      'person',
      { 'own error': ourError, 'broken step': broken, priority, 'due at': dueAt },
      {
        tasksOpened: [taskOf(taskId, owner, visit, dueAt, priority, remedy)],
      },
    );
    for (let level = 0; level < 3 && answer === null; level += 1) {
      if (await within(() => answer !== null, due.ladderMs)) break;
      owner = await here<Owner>('escalateOwner', 'ask-next', { up: true }, level + 1);
    }
    await condition(() => answer !== null);
    const given = given_(answer);
    openTask = null;
    broken = typeof given.answers.step === 'string' ? given.answers.step : broken;
    if (signOffNeeded(facts, given.answers)) throw refusal('the bench gives no remedy above the limit');
    await here(
      'recordRemedy',
      'record-remedy',
      { kind: given.answers.remedy ?? null, by: given.actor.person },
      visit,
    );
    const answeredAt = new Date().toISOString();
    await send('answer', 'send-reply', { text: given.answers.text ?? null, by: given.actor.person }, visit);
    await record(
      'waiting',
      { 'broken step': broken, priority },
      {
        tasksClosed: [{ taskId, how: 'answered', by: given.actor.person, answers: given.answers }],
      },
    );
    let wrote = await within(() => told > seen, 3 * 24 * 60 * MINUTE_MS);
    if (!wrote) {
      await send('satisfaction question', 'question', {}, visit);
      wrote = await within(() => told > seen, 3 * 24 * 60 * MINUTE_MS);
    }
    if (!wrote) return record('closed', {}, { outcome: 'silent' });
    await arrivals();
    facts = await here<Facts>('deriveFacts', 'derive-answer', { since: answeredAt }, visit);
    const happy = happyOf(facts);
    if (happy === 'yes')
      return record('closed', { 'broken step': broken, priority }, { outcome: 'put right' });
    if (happy === 'no') unhappy += 1;
    if (unhappy > 2) return record('closed', {}, { outcome: 'unresolved' });
    await here('escalateOwner', 'reopen', { up: happy === 'no' }, visit);
  }
}

/** Waits for it at most so long; the timer goes when it came in time. */
async function within(holds: () => boolean, ms: number): Promise<boolean> {
  const scope = new CancellationScope();
  let late = false;
  scope
    .run(() => sleep(ms))
    .then(
      () => {
        late = true;
      },
      (error: unknown) => {
        if (!isCancellation(error)) throw error;
      },
    );
  await condition(() => holds() || late);
  if (!late) scope.cancel();
  return holds();
}

function given_(answer: TaskAnswer | null): TaskAnswer {
  if (answer === null) throw refusal('unknown');
  return answer;
}

function taskOf(
  taskId: string,
  owner: Owner,
  visit: number,
  dueAt: string,
  priority: string,
  remedy: JsonObject,
): Progress['tasksOpened'][number] {
  const place = { scope: '0', flow: 'mention-care', node: 'answer', visit, item: 0 };
  const asked = {
    persons: owner.person === null ? [] : [owner.person],
    teams: owner.team === null ? [] : [owner.team],
    roles: ['lead'],
  };
  const openedAt = new Date().toISOString();
  return { taskId, version: 1, ...place, openedAt, dueAt, priority, ...asked, suggested: remedy, show: {} };
}

function refusal(type: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(type, type);
}
