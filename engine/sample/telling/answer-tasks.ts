import type { Task } from '../../../definitions/model/task.ts';
import { FIRST_PERSON } from '../../local/first-people.ts';
import { giveAnswer } from '../../runs/give-answer.ts';
import { answerInstant } from '../story-time.ts';
import { actorOf } from './actor.ts';
import { handToVisitor } from './hand-to-visitor.ts';
import { isToJoin } from './join-cases.ts';
import { planOf, type TaskPlan } from './task-plan.ts';
import { dialogueOf, type Told } from './told.ts';
import { teamHours } from './who-works.ts';

const MOST = 200;
/** What cannot be said yet of a task is looked at again after so long, in the story. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** What a round found to be open. */
export interface OpenTasks {
  /** Tasks that colleagues of the story will answer. */
  readonly toAnswer: number;
  /** Cases with a task that waits for the visitor alone. */
  readonly withVisitor: ReadonlySet<string>;
}

/** Has open tasks answered once their time has come, and leaves the visitor's to the visitor. */
export function answeringTasks(told: Told): { round(): Promise<OpenTasks> } {
  /** When, in the story, a task is to be looked at next; absent: now. */
  const next = new Map<string, number>();
  const forVisitor = new Set<string>();
  let visitorSince: number | null = null;

  async function lookInto(task: Task): Promise<number> {
    const { store, errands } = told;
    const owner = (await store.cases.find(task.caseId))?.owner ?? { team: null, person: null };
    const plan = await planOf(told, task, owner);
    if (plan === null) return Infinity;
    if (plan.forVisitor && visitorSince === null) {
      forVisitor.add(task.id);
      errands.once(`hand over ${task.id}`, () => handToVisitor(told, task, owner.person));
      return told.now() + LOOK_AGAIN_MS;
    }
    if (plan.askedSince === null) return told.now() + LOOK_AGAIN_MS;
    const from = plan.forVisitor ? Math.max(plan.askedSince, visitorSince ?? 0) : plan.askedSince;
    const at = answerInstant(from, plan.after, teamHours(told, owner.team));
    if (at > told.now()) return at;
    answer(task, plan, at);
    return told.now() + LOOK_AGAIN_MS;
  }

  function answer(task: Task, plan: TaskPlan, at: number): void {
    const by = plan.by(at) ?? plan.by(told.now());
    if (by === undefined) return;
    const given = { version: task.version, answers: plan.answers(by), actor: actorOf(by) };
    told.errands.once(`answer ${task.id}`, async () => {
      await giveAnswer(told, task, given);
    });
  }

  return {
    async round() {
      const since = told.visitorAnswersSince();
      if (since !== visitorSince) {
        next.clear();
        forVisitor.clear();
      }
      visitorSince = since;
      const { items } = await told.store.tasks.list({ status: ['open'] }, { limit: MOST });
      const withVisitor = new Set<string>();
      let toAnswer = 0;
      const isVisitors = ({ id, takenBy }: Task): boolean =>
        since === null && (takenBy === FIRST_PERSON.id || forVisitor.has(id));
      for (const task of items) {
        const isDue = (next.get(task.id) ?? 0) <= told.now();
        // What the visitor has taken is theirs.
        const isTaken = task.takenBy === FIRST_PERSON.id && since === null;
        if (isDue && !isTaken && !isToJoin(dialogueOf(told, task.caseId)))
          next.set(task.id, await lookInto(task));
        if (isVisitors(task)) withVisitor.add(task.caseId);
        else toAnswer += 1;
      }
      return { toAnswer, withVisitor };
    },
  };
}
