import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { limitFor, replyFieldOf } from '../../definitions/model/reply-length.ts';
import type { FieldError } from '../../definitions/model/views/problem.ts';
import type { TaskDetail } from '../../definitions/model/views/task.ts';
import { carryOut } from '../shell/carry-out.ts';
import { ApiProblem } from '../shell/problem.ts';
import { words } from '../shell/words.ts';
import { useDrafts } from './drafts.tsx';
import { FormFieldInput } from './form-field.tsx';
import { answersOf, formErrors, initialValues } from './form-values.ts';
import { Refusal } from './refusal.tsx';
import { Suggested } from './suggested.tsx';
import styles from './task-form.module.css';
import { useAnswer } from './task-questions.ts';

/**
 * The fields of an open task and the button that sends them. What is typed outlives a look at another page; errors
 * of the API stand at their field, and a task that somebody else changed says so and keeps the words.
 */
export function TaskForm({
  task,
  beside,
}: {
  readonly task: TaskDetail;
  readonly beside?: ReactNode;
}): ReactNode {
  const drafts = useDrafts();
  const [values, setValues] = useState(
    () => drafts.read(task.id) ?? initialValues(task.form, task.suggested),
  );
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const answer = useAnswer(task);
  const formRef = useRef<HTMLFormElement>(null);
  const reply = replyFieldOf(task.form);
  const limit = limitFor(task.textLimit, task.form, values);

  const change = (part: JsonObject): void => {
    const next = { ...values, ...part };
    setValues(next);
    drafts.keep(task.id, next);
    setErrors((before) => before.filter(({ field }) => !(field in part)));
  };
  const showErrors = (found: readonly FieldError[]): void => {
    setErrors(found);
    const first = found[0];
    if (first === undefined) return;
    requestAnimationFrame(() =>
      formRef.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(first.field)}"]`)?.focus(),
    );
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const found = formErrors(task.form, values, task.textLimit);
    if (found.length > 0) return showErrors(found);
    carryOut(answer, answersOf(task.form, values), {
      onSuccess: (receipt) => {
        // Who came second keeps their words: the panel shows them beside what was answered first.
        if (receipt.already) drafts.keep(task.id, values);
        else drafts.forget(task.id);
        notifications.show({
          message: receipt.already ? words.tasks.answeredFirst(receipt.answeredBy.name) : words.tasks.sent,
          color: receipt.already ? 'orange' : 'accent',
        });
      },
      onError: (error) => {
        if (error instanceof ApiProblem) showErrors(error.errors);
      },
    });
  };

  return (
    <form ref={formRef} onSubmit={send} className={styles['form']} noValidate>
      <Suggested task={task} values={values} onTake={change} />
      <div className={styles['fields']}>
        {task.form.map((field) => (
          <FormFieldInput
            key={field.name}
            field={field}
            value={values[field.name] ?? null}
            error={errors.find((error) => error.field === field.name)?.reason}
            limit={field === reply ? limit : null}
            disabled={!task.mayAnswer}
            onChange={(value) => change({ [field.name]: value })}
          />
        ))}
      </div>
      <Refusal error={answer.error} task={task} />
      <div className={styles['buttons']}>
        <Button type="submit" loading={answer.isPending} disabled={!task.mayAnswer}>
          {reply === null ? words.tasks.done : words.tasks.send}
        </Button>
        {beside}
      </div>
      {task.mayAnswer ? null : <p className={styles['quiet']}>{words.tasks.notYours}</p>}
    </form>
  );
}
