import { Autocomplete, Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { flowIn } from '../../../../definitions/flow/drawn.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { useField, type InputProps } from '../field.ts';
import styles from '../inspector.module.css';
import { usePanel } from '../panel.ts';
import { useDraftValue } from '../draft-value.ts';
import { flowsThatMayBeCalled } from '../callable-flows.ts';
import { messageNames } from '../message-names.ts';
import { typingProps } from './text-input.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of the parts that the draft holds; `gone` is said of one that it does not. */
function PartSelect({
  input,
  options,
  gone,
  open,
}: {
  readonly input: InputProps;
  readonly options: readonly Option[];
  readonly gone: string;
  readonly open?: { readonly title: string; readonly onOpen: (chosen: string) => void };
}): ReactNode {
  const field = useField(input);
  const value = typeof input.value === 'string' ? input.value : '';
  const isKnown = options.some((option) => option.value === value);
  return (
    <>
      <Select
        label={input.label}
        description={field.help}
        placeholder={drawingWords.inspector.choose}
        searchable={options.length > 7}
        allowDeselect={false}
        data={[...options]}
        value={isKnown ? value : null}
        error={value !== '' && !isKnown ? gone : field.isWrong}
        aria-errormessage={field.issuesId}
        onChange={(chosen) => chosen !== null && field.keep(chosen)}
      />
      {open === undefined || !isKnown ? null : (
        <Button variant="subtle" className={styles['open'] ?? ''} onClick={() => open.onOpen(value)}>
          {open.title}
        </Button>
      )}
    </>
  );
}

export function TableInput(input: InputProps): ReactNode {
  const { content, onOpenTable } = usePanel();
  const options = Object.values(content.tables).map(({ id, name }) => ({ value: id, label: name }));
  const { inspector } = drawingWords;
  return (
    <PartSelect
      input={input}
      options={options}
      gone={inspector.unknownTable}
      open={{ title: inspector.openTable, onOpen: onOpenTable }}
    />
  );
}

export function FlowInput(input: InputProps): ReactNode {
  const { content, flow, onOpenFlow, check } = usePanel();
  const current = flowIn(content, String(input.value));
  const options = flowsThatMayBeCalled(content, flow, check.environment, current).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  const { inspector } = drawingWords;
  return (
    <PartSelect
      input={input}
      options={options}
      gone={inspector.unknownFlow}
      open={{ title: inspector.openFlow, onOpen: onOpenFlow }}
    />
  );
}

export function CalendarInput(input: InputProps): ReactNode {
  const { content } = usePanel();
  const options = Object.values(content.calendars).map(({ id, name }) => ({ value: id, label: name }));
  return <PartSelect input={input} options={options} gone={drawingWords.inspector.unknownCalendar} />;
}

/** What the machine can do: what is offered now, and what the step does if it is known from before. */
export function ActivityInput(input: InputProps): ReactNode {
  const { offered, contract } = usePanel();
  const { inspector } = drawingWords;
  const isOffered = offered.some(({ name }) => name === contract?.name);
  const gone =
    contract === undefined || isOffered
      ? []
      : [{ value: contract.name, label: inspector.goneOption(contract.title) }];
  const options = offered.map(({ name, title }) => ({ value: name, label: title }));
  return (
    <>
      <PartSelect input={input} options={[...options, ...gone]} gone={inspector.activityUnknown} />
      {contract === undefined ? null : <p className={styles['quiet']}>{contract.description}</p>}
      {gone.length === 0 ? null : <p className={styles['weigh']}>{inspector.activityGone}</p>}
    </>
  );
}

/** A message, by its name: one that a step of the draft names already, or any other. */
export function MessageInput(input: InputProps): ReactNode {
  const { content, check } = usePanel();
  return <NamedInput input={input} names={messageNames(content, check.environment.messages)} />;
}

/** With what an activity may fail for good. */
export function ErrorCodeInput(input: InputProps): ReactNode {
  const { contract } = usePanel();
  return (
    <NamedInput input={input} names={[...(contract?.errors ?? []), 'erased', 'invalid input', 'timeout']} />
  );
}

function NamedInput({
  input,
  names,
}: {
  readonly input: InputProps;
  readonly names: readonly string[];
}): ReactNode {
  const field = useField(input);
  const draft = useDraftValue(typeof input.value === 'string' ? input.value : '', field.keep);
  const { onChange: _, ...typing } = typingProps(draft, true);
  return (
    <Autocomplete
      label={input.label}
      description={field.help}
      error={draft.refusal ?? field.isWrong}
      aria-errormessage={field.issuesId}
      data={[...new Set(names)]}
      {...typing}
      onChange={draft.type}
      onOptionSubmit={(chosen) => field.keep(chosen)}
    />
  );
}
