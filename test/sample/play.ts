import type { JsonObject } from '../../definitions/flow/json.ts';
import type { WorkingHours } from '../../definitions/model/working-hours.ts';
import type { Program } from '../../engine/interpreter/link.ts';
import { readDuration } from '../../engine/interpreter/instant.ts';
import type { Dialogue, Say, Turn } from '../../engine/sample/script.schema.ts';
import { answerInstant } from '../../engine/sample/story-time.ts';
import type { Scenario, ScenarioMessage, TaskAnswer } from '../../definitions/scenario/scenario.ts';
import type { SimulationResult } from '../../engine/simulate/result.ts';
import { simulate } from '../../engine/simulate/simulate.ts';

/** What a play needs to know of the case, as the shipped activities answered it. */
export interface Known {
  readonly startsAt: number;
  /** What looking the customer up answers, one after the other. */
  readonly customer: readonly JsonObject[];
  /** Facts as read when it is heard (0), and after each word of the customer. */
  readonly facts: (says: readonly Say[]) => JsonObject;
  readonly hours: (task: SimulationResult['tasks'][number]) => WorkingHours;
}

/** One run of the case; a second one follows when the customer writes after its end. */
export interface Run {
  readonly result: SimulationResult;
  readonly startsAt: number;
  readonly endsAt: number;
}

const OWNER = { team: 'a-team', person: 'somebody', level: 'person' };
const DAYS_3 = 3 * 86_400_000;
const MOST_ROUNDS = 30;
const after = (ms: number): string => `PT${Math.round(ms / 1000)}S`;

/** Takes the shipped flow through a dialogue of the script, as the player will, with nobody else doing anything. */
export function play(program: Program, dialogue: Dialogue, known: Known): readonly Run[] {
  const first = playRun(program, dialogue, known, {
    startsAt: known.startsAt,
    says: [],
    turns: dialogue.turns,
  });
  if (first.left === undefined) return [first.run];
  const { say, at } = first.left;
  const next = playRun(program, dialogue, known, {
    startsAt: at,
    says: [...first.says, say],
    turns: dialogue.turns.slice(first.turns),
  });
  return [first.run, next.run];
}

interface Beginning {
  readonly startsAt: number;
  /** What the customer had said before, in this case. */
  readonly says: readonly Say[];
  readonly turns: readonly Turn[];
}

function playRun(program: Program, dialogue: Dialogue, known: Known, from: Beginning) {
  const answers: { [node: string]: TaskAnswer[] } = { confirm: [], answer: [], 'lead-approves': [] };
  const said: { say: Say; at: number }[] = [];
  let given = 0;
  let heardReplies = 0;
  let heardQuestions = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = simulate(program, scenarioOf(from, known, answers, said));
    const turns = answers['answer']?.length ?? 0;
    const task = result.tasks[given];
    const turn = from.turns[turns - 1];
    const replies = result.activities.filter(({ input }) => input['kind'] === 'answer').slice(0, turns);
    const questions = result.activities.filter(({ input }) => input['kind'] === 'satisfaction question');
    const reply = replies[heardReplies];
    const question = questions[heardQuestions];
    if (reply !== undefined && turn !== undefined && heardReplies < turns) {
      said.push(...turn.customer.map((say) => ({ say, at: reply.at + say.after })));
      heardReplies += 1;
    } else if (task !== undefined) {
      answers[task.place.node]?.push(answerOf(task, dialogue, from.turns[turns], turn, result, known));
      given += 1;
    } else if (question !== undefined && turn?.whenAsked !== undefined) {
      said.push({ say: turn.whenAsked, at: question.at + turn.whenAsked.after });
      heardQuestions += 1;
    } else {
      const run = { result, startsAt: from.startsAt, endsAt: from.startsAt + result.virtualMs };
      return {
        run,
        says: said.map(({ say }) => say).filter((say) => say !== left(said, run)?.say),
        turns,
        left: left(said, run),
      };
    }
  }
  throw new Error(`${dialogue.begins} does not come to an end.`);
}

function left(said: readonly { say: Say; at: number }[], run: Run): { say: Say; at: number } | undefined {
  return said.find(({ at }) => at > run.endsAt);
}

function answerOf(
  task: SimulationResult['tasks'][number],
  { begins, confirm }: Dialogue,
  next: Turn | undefined,
  current: Turn | undefined,
  result: SimulationResult,
  known: Known,
): TaskAnswer {
  if (task.place.node === 'confirm') {
    if (confirm === undefined) throw new Error(`${begins}: nobody says who it is.`);
    return { answers: { account: 'text' }, after: after(confirm.after), by: 'somebody' };
  }
  const { suggested } = task.task;
  if (task.place.node === 'lead-approves') {
    if (current?.signOff === undefined) throw new Error(`${begins}: nobody signs.`);
    const signedAt = answerInstant(task.at, current.signOff.after, known.hours(task));
    return { answers: { ...suggested }, after: after(signedAt - task.at), by: 'a-lead' };
  }
  if (next === undefined) throw new Error(`${begins}: the script has no answer left.`);
  const { answer } = next;
  const askedAt = task.at + (answer.by?.rung ?? 0) * ladderMs(result);
  const answeredAt = answerInstant(askedAt, answer.after, known.hours(task));
  return {
    answers: {
      ...suggested,
      text: 'text',
      ...(answer.way === undefined ? {} : { way: answer.way }),
      ...(answer.remedy === undefined
        ? {}
        : { remedy: answer.remedy, amount: answer.amount ?? 0, months: 0 }),
      ...(answer.step === undefined ? {} : { step: answer.step }),
    },
    after: after(answeredAt - task.at),
    by: 'somebody',
  };
}

function ladderMs({ variables }: SimulationResult): number {
  const { due } = variables;
  const ladder = typeof due === 'object' && due !== null && 'ladder' in due ? due.ladder : null;
  return readDuration(typeof ladder === 'string' ? ladder : '') ?? 0;
}

function scenarioOf(
  from: Beginning,
  known: Known,
  answers: { readonly [node: string]: readonly TaskAnswer[] },
  said: readonly { say: Say; at: number }[],
): Scenario {
  const inOrder = [...said].sort((a, b) => a.at - b.at);
  const read = inOrder.map((_, index) => [
    ...from.says,
    ...inOrder.slice(0, index + 1).map(({ say }) => say),
  ]);
  const messages = inOrder.map(({ at }): ScenarioMessage => ({
    name: 'mention',
    after: after(at - from.startsAt),
    facts: {},
  }));
  const output = (value: JsonObject) => ({ output: value });
  return {
    name: 'a dialogue of the sample day',
    start: new Date(from.startsAt).toISOString(),
    variables: {
      'case id': 'case',
      channel: 'tweet',
      brand: 'wrenfield',
      history: false,
      reopened: from.says.length > 0,
    },
    activities: {
      deriveFacts: [from.says, ...read].map((says) => output(known.facts(says))),
      lookUpCustomer: known.customer.map(output),
      assignOwner: [output(OWNER)],
      escalateOwner: [output(OWNER)],
      sendReply: [output({ sent: true, replyId: 'reply' })],
      recordRemedy: [output({ recorded: true })],
      tellTeam: [output({ told: true, team: 'a-team' })],
    },
    tasks: Object.fromEntries(
      Object.entries(answers).map(([node, list]) => [node, list.length === 0 ? 'nobody' : list]),
    ),
    messages,
    until: after(4 * DAYS_3),
  };
}
