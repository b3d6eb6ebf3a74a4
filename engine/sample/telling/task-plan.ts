import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { Case } from '../../../definitions/model/case.ts';
import type { Task } from '../../../definitions/model/task.ts';
import type { CastPerson } from '../cast.schema.ts';
import { askedSince } from './asked-since.ts';
import { dialogueOf, type Told } from './told.ts';
import { answerer, signer } from './who-works.ts';
import { otherAnswer, writtenAnswer } from './written-answer.ts';

/** What the story has in mind with an open task. */
export interface TaskPlan {
  /** Story time; null: whoever is to answer was not asked yet. */
  readonly askedSince: number | null;
  /** Ms of the story after that. */
  readonly after: number;
  readonly forVisitor: boolean;
  /** Who answers at that instant; undefined: nobody works then. */
  by(at: number): CastPerson | undefined;
  answers(by: CastPerson): JsonObject;
}

/** By the script, or by what the story has for tasks it did not foresee. Null: a task that it knows nothing of. */
export async function planOf(told: Told, task: Task, owner: Case['owner']): Promise<TaskPlan | null> {
  switch (task.node) {
    case 'confirm':
      return planOfConfirming(told, task, owner);
    case 'answer':
      return planOfAnswering(told, task, owner);
    case 'lead-approves':
      return planOfSigning(told, task, owner);
    default:
      return null;
  }
}

function planOfConfirming(told: Told, task: Task, owner: Case['owner']): TaskPlan {
  const scripted = dialogueOf(told, task.caseId)?.confirm;
  return {
    askedSince: Date.parse(task.openedAt),
    after: (scripted ?? told.story.otherwise.confirm).after,
    forVisitor: scripted?.forVisitor === true,
    by: (at) => answerer(told, owner, at),
    answers: () => ({ account: scripted?.account ?? null }),
  };
}

async function planOfAnswering(told: Told, task: Task, owner: Case['owner']): Promise<TaskPlan> {
  const n = (await answersAsked(told, task)).findIndex(({ id }) => id === task.id);
  const scripted = dialogueOf(told, task.caseId)?.turns[n]?.answer;
  const answer = scripted ?? otherAnswer(task, told.story.otherwise);
  return {
    askedSince: await askedSince(told, task, scripted?.by?.rung ?? 0),
    after: answer.after,
    forVisitor: scripted?.forVisitor === true,
    by: (at) => answerer(told, owner, at),
    answers: (by) => writtenAnswer(task, answer, by),
  };
}

async function planOfSigning(told: Told, task: Task, owner: Case['owner']): Promise<TaskPlan> {
  const answered = (await answersAsked(told, task)).filter(({ status }) => status === 'answered');
  const scripted = dialogueOf(told, task.caseId)?.turns[answered.length - 1]?.signOff;
  const writtenBy = answered.at(-1)?.answeredBy ?? null;
  return {
    askedSince: Date.parse(task.openedAt),
    after: (scripted ?? told.story.otherwise.signOff).after,
    forVisitor: scripted?.forVisitor === true,
    by: (at) => signer(told, owner.team, writtenBy, at),
    answers: () => ({ ...task.suggested }),
  };
}

/** The tasks 'answer' of the case over all its runs, oldest first. */
async function answersAsked({ store }: Told, { caseId }: Task): Promise<readonly Task[]> {
  return (await store.tasks.byCase(caseId)).filter(({ node }) => node === 'answer');
}
