import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CallChoices } from '../../definitions/model/views/logged-call.ts';
import forms from '../inbox/task-form.module.css';
import { carryOut } from '../shell/carry-out.ts';
import { localMinute } from '../shell/moment.ts';
import { useNow } from '../shell/now.tsx';
import { ApiProblem } from '../shell/problem.ts';
import surface from '../shell/surface.module.css';
import { words } from '../shell/words.ts';
import { callErrors, callOf, isOld, refusedField, type CallDraft, type CallErrors } from './call-draft.ts';
import styles from './call-page.module.css';
import { useLogCall } from './call-questions.ts';

/** So that fields side by side stand on one line. */
const HELP_BELOW: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

/** The form of a call. Sent, it leads to the case that the call began. */
export function CallForm({ choices }: { readonly choices: CallChoices }): ReactNode {
  const now = useNow();
  const navigate = useNavigate();
  const log = useLogCall();
  const formRef = useRef<HTMLFormElement>(null);
  // One key for one form: pressed twice, or sent again after a lost answer, it is the same call.
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<CallDraft>(() => emptyDraft(choices, now));
  const [errors, setErrors] = useState<CallErrors>({});

  const change = (part: Partial<CallDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setErrors({});
  };
  const show = (found: CallErrors): void => {
    setErrors(found);
    requestAnimationFrame(() =>
      formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const found = callErrors(draft, now);
    if (Object.keys(found).length > 0) return show(found);
    carryOut(log, callOf(key, draft), {
      onSuccess: ({ caseId }) => {
        notifications.show({ message: words.calls.kept, color: 'accent' });
        void navigate(`/cases/${caseId}`);
      },
      onError: (error) => {
        if (error instanceof ApiProblem)
          show(Object.assign({}, ...error.errors.map(({ field }) => refusedField(field))));
      },
    });
  };
  const text = (field: 'name' | 'phone' | 'email' | 'accountNumber', help?: string): ReactNode => (
    <TextInput
      label={words.calls[field]}
      description={help}
      inputWrapperOrder={HELP_BELOW}
      type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
      value={draft[field]}
      maxLength={500}
      autoComplete="off"
      error={errors.who !== undefined && field === 'name' ? errors.who : errors.who !== undefined}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form ref={formRef} onSubmit={send} noValidate className={styles['form']}>
      <fieldset className={`${surface['surface']} ${styles['group']}`}>
        <legend>{words.calls.who}</legend>
        <p className={forms['quiet']}>{words.calls.whoHelp}</p>
        <div className={styles['pairs']}>
          {text('name')}
          {text('accountNumber')}
          {text('phone', words.calls.phoneHelp)}
          {text('email')}
        </div>
      </fieldset>
      <fieldset className={`${surface['surface']} ${styles['group']}`}>
        <legend>{words.calls.what}</legend>
        <Textarea
          label={words.calls.said}
          description={words.calls.saidHelp}
          withAsterisk
          autosize
          minRows={4}
          maxRows={14}
          value={draft.said}
          error={errors.said}
          onChange={(event) => change({ said: event.currentTarget.value })}
        />
        <div className={styles['pairs']}>
          <Select
            label={words.calls.way}
            withAsterisk
            allowDeselect={false}
            data={choices.ways.map(({ name, kind }) => ({
              value: name,
              label: words.calls.wayName(name, words.channelKinds[kind]),
            }))}
            value={draft.channel}
            error={errors.channel}
            onChange={(channel) => channel !== null && change({ channel })}
          />
          <TextInput
            type="datetime-local"
            label={words.calls.at}
            description={words.calls.atHelp}
            inputWrapperOrder={HELP_BELOW}
            withAsterisk
            value={draft.at}
            error={errors.at}
            onChange={(event) => change({ at: event.currentTarget.value })}
          />
          <OneOf field="brand" all={choices.brands} draft={draft} onChange={change} />
          <OneOf field="region" all={choices.regions} draft={draft} onChange={change} />
        </div>
        {isOld(draft, now) ? <p className={styles['old']}>{words.calls.old}</p> : null}
      </fieldset>
      {log.error !== null && Object.keys(errors).length === 0 ? (
        <p role="alert" className={forms['refusal']}>
          {log.error instanceof ApiProblem
            ? `${log.error.message} ${log.error.whatToDo}`
            : words.failures.unknownToDo}
        </p>
      ) : null}
      <div className={styles['send']}>
        <Button type="submit" loading={log.isPending}>
          {words.calls.keep}
        </Button>
      </div>
    </form>
  );
}

/** A choice that is only asked for where there are several. */
function OneOf({
  field,
  all,
  draft,
  onChange,
}: {
  readonly field: 'brand' | 'region';
  readonly all: readonly string[];
  readonly draft: CallDraft;
  readonly onChange: (part: Partial<CallDraft>) => void;
}): ReactNode {
  if (all.length < 2) return null;
  return (
    <Select
      label={words.calls[field]}
      searchable
      clearable
      data={[...all]}
      value={draft[field] === '' ? null : draft[field]}
      placeholder={words.calls.noneOfThem}
      onChange={(chosen) => onChange({ [field]: chosen ?? '' })}
    />
  );
}

/** Now, by phone if there is one; the brand and the region are given where there is only one. */
function emptyDraft({ ways, brands }: CallChoices, now: number): CallDraft {
  const way = ways.find(({ kind }) => kind === 'phone') ?? ways[0];
  const [brand = '', ...otherBrands] = brands;
  return {
    name: '',
    phone: '',
    email: '',
    accountNumber: '',
    said: '',
    channel: way?.name ?? '',
    at: localMinute(new Date(now).toISOString()),
    brand: otherBrands.length === 0 ? brand : '',
    region: '',
  };
}
