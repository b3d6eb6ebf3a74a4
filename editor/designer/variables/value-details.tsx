import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Place } from '../../../definitions/check/issue.ts';
import type { VariableUses } from '../../../definitions/check/variable-uses.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Variable } from '../../../definitions/flow/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { retypeVariable, callVariable, removeVariable } from '../commands/change-variables.ts';
import type { Renaming } from '../commands/rename-variable.ts';
import type { Desk } from '../desk.ts';
import { TypeSelect } from '../inspector/fields/value-type-field.tsx';
import { typingProps } from '../inspector/inputs/text-input.tsx';
import { useDraftValue } from '../inspector/draft-value.ts';
import { PlaceList } from './place-list.tsx';
import { nameRefusal, refusalWords } from './refusal-words.ts';
import { saidPlaces, saidUses } from './use-places.ts';
import styles from './variables.module.css';

export interface ValueProps {
  readonly desk: Pick<Desk, 'do'>;
  readonly content: DraftContent;
  readonly flowId: string;
  readonly variable: Variable;
  /** Undefined: it is not known yet. */
  readonly uses: VariableUses | undefined;
  readonly onGo: (place: Place) => void;
}

interface Renamed {
  readonly from: string;
  readonly to: string;
  readonly renaming: Renaming;
}

/** One value of a flow: its name and what it holds, to be changed; where it is set and used, to go there. */
export function ValueDetails(props: ValueProps): ReactNode {
  const { desk, content, flowId, variable, uses, onGo } = props;
  const { name, type, description } = variable;
  const { variables } = drawingWords;
  const [last, setLast] = useState<Renamed | null>(null);
  const draft = useDraftValue(name, (typed) => {
    const to = typed.trim();
    const refusal = nameRefusal(to);
    if (refusal !== null || to === name) return refusal;
    const told: Renaming[] = [];
    desk.do(
      variables.did.renamed(name, to),
      callVariable(flowId, name, to, (renaming) => told.push(renaming)),
    );
    const [renaming] = told;
    if (renaming?.refused !== undefined) return refusalWords(renaming.refused, content);
    if (renaming !== undefined) setLast({ from: name, to, renaming });
    return null;
  });
  const said = uses === undefined ? null : saidUses(uses, content, flowId);
  const isUnused = said !== null && said.set.length + said.used.length === 0;
  return (
    <div className={styles['details']}>
      {description === undefined ? null : <p className={styles['quiet']}>{description}</p>}
      <TextInput label={variables.name} error={draft.refusal} {...typingProps(draft, true)} />
      {last?.to !== name ? null : <AfterRenaming {...last} {...{ content, flowId, onGo }} />}
      <TypeSelect
        label={variables.holds}
        type={type}
        onType={(next) => desk.do(variables.did.retyped(name), retypeVariable(flowId, name, next))}
      />
      {said === null ? null : (
        <>
          <PlaceList title={variables.setIn} none={variables.neverSet} places={said.set} onGo={onGo} />
          <PlaceList title={variables.usedIn} none={variables.neverUsed} places={said.used} onGo={onGo} />
          {said.stories.length === 0 ? null : (
            <PlaceList title={variables.inStories} none="" places={said.stories} onGo={onGo} />
          )}
          {isUnused ? (
            <Button
              variant="default"
              onClick={() => desk.do(variables.did.removed(name), removeVariable(flowId, name))}
            >
              {variables.remove(name)}
            </Button>
          ) : (
            <p className={styles['quiet']}>{variables.isUsed}</p>
          )}
        </>
      )}
    </div>
  );
}

/** What is left to be looked at once a value is called otherwise. */
function AfterRenaming({
  from,
  renaming,
  content,
  flowId,
  onGo,
}: Pick<ValueProps, 'content' | 'flowId' | 'onGo'> & Renamed): ReactNode {
  const { variables } = drawingWords;
  const places = saidPlaces(renaming.left, content, flowId);
  return (
    <>
      {renaming.isGivenByCases ? (
        <p role="status" className={styles['weigh']}>
          {variables.givenByCases(from)}
        </p>
      ) : null}
      {places.length === 0 ? null : (
        <PlaceList title={variables.lookAt(from)} none="" places={places} onGo={onGo} />
      )}
    </>
  );
}
