import { Button, CloseButton, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import {
  SIMULATION_STATUSES,
  type Expectation,
  type Scenario,
  type SimulationStatus,
} from '../../../definitions/scenario/scenario.ts';
import { durationWords } from '../../shell/moment.ts';
import { useNow } from '../../shell/now.tsx';
import { plainValue } from '../../shell/plain-value.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { expectOfStory } from '../commands/change-story.ts';
import type { Desk } from '../desk.ts';
import styles from './stories.module.css';
import type { StoryRun } from './story-run.ts';

/** What the select of results says for a flow that ends without one. */
const NONE = '\u0000none';

/** What must come out of a story: how it stands, its result, and the steps; each change is one edit. */
export function ExpectForm({
  id,
  story,
  content,
  desk,
  run,
}: {
  readonly id: string;
  readonly story: Scenario;
  readonly content: DraftContent;
  readonly desk: Pick<Desk, 'do'>;
  readonly run: StoryRun | undefined;
}): ReactNode {
  const { stories } = drawingWords;
  const said = stories.expect;
  const { expect = {} } = story;
  const now = useNow();
  const names = stepNames(content);
  const set = (next: Expectation): void => desk.do(stories.did.expected(story.name), expectOfStory(id, next));
  const { status, outcome, pathIncludes = [], pathExcludes = [], virtualTime, variables = {} } = expect;
  const { status: _s, ...butStatus } = expect;
  const { outcome: _o, ...butOutcome } = expect;
  const { virtualTime: _t, ...butTime } = expect;
  const setSteps = (part: 'pathIncludes' | 'pathExcludes', steps: readonly string[]): void => {
    const { [part]: _, ...others } = expect;
    set(steps.length === 0 ? others : { ...others, [part]: steps });
  };
  const leaveValue = (name: string): void => {
    const { variables: _, ...others } = expect;
    const left = Object.fromEntries(Object.entries(variables).filter(([key]) => key !== name));
    set(Object.keys(left).length === 0 ? others : { ...others, variables: left });
  };
  const asNow = run?.differs.length === 0 && story.expect !== undefined ? undefined : run?.asNow;
  const outcomes = [...new Set([...outcomesOf(content), ...(typeof outcome === 'string' ? [outcome] : [])])];
  return (
    <fieldset className={styles['expect']}>
      <legend>{said.title}</legend>
      <Select
        label={said.status}
        placeholder={said.any}
        clearable
        data={SIMULATION_STATUSES.map((value) => ({ value, label: said.statuses[value] }))}
        value={status ?? null}
        onChange={(value) => {
          const chosen = SIMULATION_STATUSES.find((one) => one === value);
          set(chosen === undefined ? butStatus : { ...expect, status: chosen satisfies SimulationStatus });
        }}
      />
      <Select
        label={said.outcome}
        placeholder={said.any}
        clearable
        data={[...outcomes.map((value) => ({ value, label: value })), { value: NONE, label: said.noOutcome }]}
        value={outcome === undefined ? null : (outcome ?? NONE)}
        onChange={(value) =>
          set(value === null ? butOutcome : { ...expect, outcome: value === NONE ? null : value })
        }
      />
      <Steps
        label={said.passes}
        steps={pathIncludes}
        names={names}
        onChange={(steps) => setSteps('pathIncludes', steps)}
      />
      <Steps
        label={said.never}
        steps={pathExcludes}
        names={names}
        onChange={(steps) => setSteps('pathExcludes', steps)}
      />
      {virtualTime === undefined ? null : (
        <Asked what={said.took(durationWords(virtualTime) ?? virtualTime)} onLeave={() => set(butTime)} />
      )}
      {Object.entries(variables).map(([name, value]) => (
        <Asked
          key={name}
          what={said.value(name, plainValue(value, now) ?? said.noOutcome)}
          onLeave={() => leaveValue(name)}
        />
      ))}
      {asNow === undefined ? null : (
        <Button variant="default" onClick={() => set(asNow)}>
          {said.asNow}
        </Button>
      )}
    </fieldset>
  );
}

/** Something that is asked for beside, which can be left out. */
function Asked({ what, onLeave }: { readonly what: string; readonly onLeave: () => void }): ReactNode {
  return (
    <p className={styles['asked']}>
      <span>{what}</span>
      <CloseButton
        size={24}
        iconSize={14}
        aria-label={drawingWords.stories.expect.leave(what)}
        onClick={onLeave}
      />
    </p>
  );
}

/** Steps by their names; each can be taken out, and others put behind them. */
function Steps({
  label,
  steps,
  names,
  onChange,
}: {
  readonly label: string;
  readonly steps: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (steps: readonly string[]) => void;
}): ReactNode {
  const { expect: said } = drawingWords.stories;
  return (
    <div className={styles['steps']} role="group" aria-label={label}>
      <span className={styles['label']}>{label}</span>
      <ol>
        {steps.map((step, at) => {
          const name = names.get(step) ?? said.gone;
          return (
            <li key={`${at} ${step}`} className={styles['asked']}>
              <span data-gone={!names.has(step) || undefined}>{name}</span>
              <CloseButton
                size={24}
                iconSize={14}
                aria-label={said.leave(name)}
                onClick={() => onChange(steps.filter((_, index) => index !== at))}
              />
            </li>
          );
        })}
      </ol>
      <Select
        aria-label={`${label}: ${said.add}`}
        placeholder={said.add}
        searchable
        maxDropdownHeight={260}
        data={[...names].map(([value, name]) => ({ value, label: name }))}
        value={null}
        onChange={(step) => step !== null && onChange([...steps, step])}
      />
    </div>
  );
}

function stepNames({ flow, called }: DraftContent): ReadonlyMap<string, string> {
  const nodes = [flow, ...Object.values(called)].flatMap((one) => one.nodes);
  return new Map(
    nodes.flatMap(({ id, kind, name }) => (kind === 'textAnnotation' ? [] : [[id, name] as const])),
  );
}

function outcomesOf({ flow }: DraftContent): readonly string[] {
  return flow.nodes.flatMap((node) =>
    node.kind === 'endEvent' && node.outcome !== undefined ? [node.outcome] : [],
  );
}
