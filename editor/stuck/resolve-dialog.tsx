import { Button, Modal, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { IncidentRow, ResolveIncidents } from '../../definitions/model/views/incident.ts';
import forms from '../inbox/task-form.module.css';
import { ApiProblem } from '../shell/problem.ts';
import { WhyField } from '../shell/why-field.tsx';
import { words } from '../shell/words.ts';
import { useResolve } from './stuck-questions.ts';
import { typedValue, valueText } from './typed-value.ts';

type WayOut = ResolveIncidents['way'];
export interface ResolveChoice {
  readonly way: WayOut;
  /** Cases that are stuck alike; the first says which values and ways there are. */
  readonly incidents: readonly IncidentRow[];
}

/** Asks what a way out needs, and why; then leads the cases on and says how many went. */
export function ResolveDialog({
  choice,
  onClose,
}: {
  readonly choice: ResolveChoice | null;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal
      opened={choice !== null}
      onClose={onClose}
      title={
        choice === null
          ? ''
          : `${words.stuck.titles[choice.way]} · ${words.stuck.count(choice.incidents.length)}`
      }
      closeButtonProps={{ 'aria-label': words.acts.close }}
    >
      {choice === null ? null : <ResolveForm choice={choice} onClose={onClose} />}
    </Modal>
  );
}

function ResolveForm({
  choice,
  onClose,
}: {
  readonly choice: ResolveChoice;
  readonly onClose: () => void;
}): ReactNode {
  const { way, incidents } = choice;
  const first = incidents[0];
  const resolve = useResolve();
  const [why, setWhy] = useState('');
  const [variable, setVariable] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [port, setPort] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const type =
    way === 'correct' ? (first?.variables.find((one) => one.name === variable)?.type ?? 'any') : 'any';
  const read = typedValue(typed, type);
  const needsPort = way === 'skip' && (first?.ports.length ?? 0) > 1;
  const isReady =
    why.trim() !== '' &&
    'value' in read &&
    (way !== 'correct' || variable !== null) &&
    (!needsPort || port !== null);

  const send = (): void => {
    setTried(true);
    if (!isReady) return;
    resolve.mutate(
      {
        incidents: incidents.map(({ id }) => id),
        way,
        why: why.trim(),
        ...(way === 'correct' && variable !== null ? { variables: { [variable]: read.value } } : {}),
        ...(way === 'skip' ? { value: read.value } : {}),
        ...(way === 'skip' && port !== null ? { port } : {}),
      },
      {
        onSuccess: ({ resolved, refused }) => {
          if (resolved.length > 0)
            notifications.show({ message: words.stuck.resolved(resolved.length), color: 'accent' });
          const reason = refused[0]?.reason;
          if (reason !== undefined)
            notifications.show({
              message: words.stuck.refused(refused.length, reason),
              color: 'red',
              autoClose: false,
            });
          onClose();
        },
      },
    );
  };
  return (
    <form
      className={forms['form']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className={forms['quiet']}>{words.stuck.explains[way]}</p>
      {way === 'correct' ? (
        <Select
          label={words.stuck.which}
          searchable
          data={(first?.variables ?? []).map(({ name }) => name)}
          value={variable}
          placeholder={words.tasks.choose}
          error={isTried && variable === null ? words.stuck.whichMissing : undefined}
          onChange={(chosen) => {
            setVariable(chosen);
            setTyped(valueText(first?.variables.find(({ name }) => name === chosen)?.value ?? null));
          }}
        />
      ) : null}
      {way === 'correct' || way === 'skip' ? (
        <ValueField
          way={way}
          type={type}
          typed={typed}
          problem={isTried && 'problem' in read ? read.problem : undefined}
          onChange={setTyped}
        />
      ) : null}
      {needsPort ? (
        <Select
          label={words.stuck.whichWay}
          data={(first?.ports ?? []).map((one) => ({
            value: one.port,
            label: one.name === '' ? words.way.others : one.name,
          }))}
          value={port}
          placeholder={words.tasks.choose}
          error={isTried && port === null ? words.stuck.whichWayMissing : undefined}
          onChange={setPort}
        />
      ) : null}
      <WhyField why={why} isMissing={isTried} onChange={setWhy} />
      {resolve.error instanceof ApiProblem ? (
        <p role="alert" className={forms['refusal']}>
          {resolve.error.message} {resolve.error.whatToDo}
        </p>
      ) : null}
      <div className={forms['buttons']}>
        <Button type="submit" loading={resolve.isPending} {...(way === 'cancel' ? { color: 'red' } : {})}>
          {words.stuck.go[way]}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.acts.cancel}
        </Button>
      </div>
    </form>
  );
}

function ValueField({
  way,
  type,
  typed,
  problem,
  onChange,
}: {
  readonly way: 'correct' | 'skip';
  readonly type: string;
  readonly typed: string;
  readonly problem: string | undefined;
  readonly onChange: (typed: string) => void;
}): ReactNode {
  const label = way === 'correct' ? words.stuck.newValue : words.stuck.skipValue;
  if (type === 'boolean') {
    return (
      <Select
        label={label}
        error={problem}
        data={[
          { value: 'true', label: words.cases.yes },
          { value: 'false', label: words.cases.no },
        ]}
        value={typed === '' ? null : typed}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  }
  return (
    <TextInput
      label={label}
      description={way === 'skip' ? words.stuck.skipHelp : undefined}
      error={problem}
      value={typed}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
