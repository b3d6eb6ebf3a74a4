import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { Task } from '../../../definitions/model/task.ts';
import type { CastPerson } from '../cast.schema.ts';
import type { Otherwise, ScriptedAnswer } from '../script.schema.ts';

/** What a task 'answer' is answered; what the script leaves out is what the task suggests. */
export function writtenAnswer(
  task: Task,
  answer: Pick<ScriptedAnswer, 'text' | 'way' | 'remedy' | 'amount' | 'step'>,
  by: CastPerson,
): JsonObject {
  const { text, way, remedy, amount, step } = answer;
  return {
    ...task.suggested,
    text: text.replaceAll('{me}', by.name.split(' ')[0] ?? by.name),
    ...(way !== undefined && { way }),
    ...(remedy !== undefined && { remedy, amount: amount ?? 0, months: 0 }),
    ...(step !== undefined && { step }),
  };
}

/** What is said where the script says nothing: by what the mention is about, in its language. */
export function otherAnswer(task: Task, { answer }: Otherwise): Pick<ScriptedAnswer, 'text' | 'after'> {
  const { Language: language, Topic: topic } = task.show;
  const known = answer.language;
  const texts = known[typeof language === 'string' ? language : 'en'] ?? known['en'];
  const text = texts?.[typeof topic === 'string' ? topic : 'none'] ?? texts?.none;
  if (text === undefined) throw new Error('The story has nothing to say in English.');
  return { text, after: answer.after };
}
