import { Button, Select } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { lookUp } from '../../../definitions/check/environment.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { nodeIn } from '../../../definitions/flow/drawn.ts';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { FormField } from '../../../definitions/flow/user-task.ts';
import type { FieldError } from '../../../definitions/model/views/problem.ts';
import type { Question } from '../../../engine/simulate/result.ts';
import { initialValues } from '../../inbox/form-values.ts';
import { useMe } from '../../shell/session.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import { answerFields, answerIn, firstAnswer } from './answer-fields.ts';
import { asDuration } from './as-duration.ts';
import { answerBefore, taskAnswerBefore } from './earlier-answer.ts';
import { AnswerField } from './named-field.tsx';
import type { Told } from './told.ts';
import styles from './trial.module.css';
import { withActivityAnswer, withTaskAnswer, type Trial } from './trial.ts';

export interface AnswerFormProps {
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly trial: Trial;
  readonly told: Told;
  readonly question: Question;
  /** When it is answered, since the start. */
  readonly atMs: number;
  readonly onAnswer: (trial: Trial) => void;
  readonly children?: ReactNode;
}

/** A small form for what an activity, or a person, answers; either may also not. */
export function AnswerForm(props: AnswerFormProps): ReactNode {
  const node = nodeIn(props.content, props.question.place);
  if (node?.kind === 'serviceTask')
    return <ActivityAnswerForm {...props} contract={lookUp(props.activities, node.activity)} />;
  return node?.kind === 'userTask' ? <PersonAnswerForm {...props} form={node.form} /> : null;
}

function ActivityAnswerForm({
  contract,
  trial,
  question,
  atMs,
  onAnswer,
  children,
}: AnswerFormProps & { readonly contract: ActivityContract | undefined }): ReactNode {
  const fields = contract === undefined ? [] : answerFields(contract);
  const before = answerBefore(trial.scenario, question);
  const [values, setValues] = useState<JsonObject>(() => firstAnswer(fields, before?.output));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [code, setCode] = useState<string | null>(before?.code ?? null);
  const said = drawingWords.trial;
  const codes = [...new Set([...(contract?.errors ?? []), 'timeout', 'erased'])];
  const answer = (event: FormEvent): void => {
    event.preventDefault();
    if (code !== null) return onAnswer(withActivityAnswer(trial, question, { failure: { code } }, atMs));
    const read = answerIn(fields, values);
    if ('errors' in read) return setErrors(read.errors);
    onAnswer(withActivityAnswer(trial, question, { output: read.output }, atMs));
  };
  return (
    <form className={styles['form']} onSubmit={answer} noValidate>
      <Select
        label={said.fail}
        placeholder={drawingWords.inspector.no}
        clearable
        data={codes.map((value) => ({ value, label: words.stuck.codes[value] ?? value }))}
        value={code}
        onChange={setCode}
      />
      {code !== null ? null : fields.length === 0 ? (
        <p className={styles['quiet']}>{said.noAnswer}</p>
      ) : (
        <Fields fields={fields} values={values} errors={errors} onChange={setValues} />
      )}
      <div className={styles['buttons']}>
        <Button type="submit" variant="filled" h={30}>
          {code === null ? said.answerIt : said.failGo}
        </Button>
        {children}
      </div>
    </form>
  );
}

function PersonAnswerForm({
  form,
  trial,
  told,
  question,
  atMs,
  onAnswer,
  children,
}: AnswerFormProps & { readonly form: readonly FormField[] }): ReactNode {
  const { id: me } = useMe();
  const before = taskAnswerBefore(trial.scenario, question);
  const asked = told.asks.find((ask) => ask.of === 'task' && ask.question.id === question.id);
  const [values, setValues] = useState<JsonObject>(() =>
    initialValues(form, before?.answers ?? (asked?.of === 'task' ? asked.task.suggested : {})),
  );
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const said = drawingWords.trial;
  const answer = (event: FormEvent): void => {
    event.preventDefault();
    const read = answerIn(form, values);
    if ('errors' in read) return setErrors(read.errors);
    const after = asDuration(Math.max(0, told.start + atMs - question.at));
    const by = before?.by ?? me;
    const answers = read.output as JsonObject;
    onAnswer(withTaskAnswer(trial, question, { answers, after, by }, atMs));
  };
  return (
    <form className={styles['form']} onSubmit={answer} noValidate>
      {form.length === 0 ? (
        <p className={styles['quiet']}>{said.noQuestions}</p>
      ) : (
        <Fields fields={form} values={values} errors={errors} onChange={setValues} />
      )}
      <div className={styles['buttons']}>
        <Button type="submit" variant="filled" h={30}>
          {said.answerIt}
        </Button>
        <Button
          variant="default"
          h={30}
          onClick={() => onAnswer(withTaskAnswer(trial, question, 'nobody', atMs))}
        >
          {said.nobody}
        </Button>
        {children}
      </div>
    </form>
  );
}

function Fields({
  fields,
  values,
  errors,
  onChange,
}: {
  readonly fields: readonly FormField[];
  readonly values: JsonObject;
  readonly errors: readonly FieldError[];
  readonly onChange: (values: JsonObject) => void;
}): ReactNode {
  return (
    <div className={styles['fields']}>
      {fields.map((field) => (
        <AnswerField
          key={field.name}
          field={field}
          value={values[field.name] ?? null}
          error={errors.find((error) => error.field === field.name)?.reason}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
        />
      ))}
    </div>
  );
}
