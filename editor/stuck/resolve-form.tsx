import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Resolution } from '../../definitions/model/stuck.ts';
import type { IncidentRow } from '../../definitions/model/views/incident.ts';
import forms from '../inbox/task-form.module.css';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { plainValue } from '../shell/plain-value.ts';
import { WhyField } from '../shell/why-field.tsx';
import { words } from '../shell/words.ts';
import { typedValue, valueText } from './typed-value.ts';
import { useLeadOn } from './use-lead-on.ts';
import { ValueField } from './value-field.tsx';
import type { Stuck } from './ways-out.tsx';

/** The fields of a way out. */
export function ResolveForm({
  way,
  stuck,
  onClose,
}: {
  readonly way: Resolution['way'];
  readonly stuck: Stuck;
  readonly onClose: () => void;
}): ReactNode {
  const { example } = stuck;
  const leading = useLeadOn(stuck, onClose);
  const [why, setWhy] = useState('');
  const [variable, setVariable] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [port, setPort] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const type =
    way === 'correct' ? (example?.variables.find((one) => one.name === variable)?.type ?? 'any') : 'any';
  const read = typedValue(typed, type);
  const needsPort = way === 'skip' && (example?.ports.length ?? 0) > 1;

  const resolution = (): Resolution | null => {
    if (way === 'retry' || way === 'cancel') return { way };
    if ('problem' in read) return null;
    if (way === 'correct') return variable === null ? null : { way, variables: { [variable]: read.value } };
    if (needsPort && port === null) return null;
    return { way, value: read.value, ...(port === null ? {} : { port }) };
  };
  const send = (): void => {
    setTried(true);
    const chosen = resolution();
    if (chosen !== null && why.trim() !== '') leading.leadOn(chosen, why.trim());
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
      {way === 'retry' && example?.code === 'unknown effect' ? (
        <p className={forms['refusal']}>{words.stuck.mayBeTwice}</p>
      ) : null}
      {stuck.what === 'group' ? <p className={forms['quiet']}>{words.stuck.forAll}</p> : null}
      {way === 'correct' ? (
        <Select
          label={words.stuck.which}
          searchable
          data={(example?.variables ?? []).filter(isSaid).map(({ name }) => name)}
          value={variable}
          placeholder={words.tasks.choose}
          error={isTried && variable === null ? words.stuck.whichMissing : undefined}
          onChange={(chosen) => {
            setVariable(chosen);
            setTyped(valueText(example?.variables.find(({ name }) => name === chosen)?.value ?? null));
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
          data={(example?.ports ?? []).map((one) => ({
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
      <DialogEnd go={words.stuck.go[way]} isGrave={way === 'cancel'} act={leading} onClose={onClose} />
    </form>
  );
}

/** A value that only the machine knows by, no person corrects. */
function isSaid({ value }: IncidentRow['variables'][number]): boolean {
  return value === null || plainValue(value, 0) !== null;
}
