import { Button, Modal, TextInput } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import acts from '../cases/acts/acts.module.css';
import forms from '../inbox/task-form.module.css';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { fullText } from '../shell/full-text.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { groupingOf, isNameFree, type Grouping, type NoGroup } from './commands/group/group-steps.ts';
import type { Chosen } from './commands/remove.ts';
import styles from './group-dialog.module.css';

/** Asks what the flow is called that the chosen steps become; or says why they cannot become one. */
export function GroupDialog({
  content,
  flow,
  chosen,
  onMake,
  onClose,
}: {
  readonly content: DraftContent;
  readonly flow: Flow;
  readonly chosen: Chosen;
  readonly onMake: (name: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const said = drawingWords.calledFlows.group;
  const grouping = useMemo(
    () => groupingOf(content, flow.id, chosen.nodes),
    [content, flow.id, chosen.nodes],
  );
  return (
    <Modal opened onClose={onClose} title={said.title}>
      {'no' in grouping ? (
        <div className={forms['form']}>
          <p className={acts['happens']}>{whyNot(grouping.no)}</p>
          <div className={forms['buttons']}>
            <Button variant="default" data-autofocus onClick={onClose}>
              {said.close}
            </Button>
          </div>
        </div>
      ) : (
        <GroupForm
          {...{ content, grouping, onClose }}
          onMake={(name) => {
            onClose();
            onMake(name);
          }}
        />
      )}
    </Modal>
  );
}

function GroupForm({
  content,
  grouping: { region, values },
  onMake,
  onClose,
}: {
  readonly content: DraftContent;
  readonly grouping: Grouping;
  readonly onMake: (name: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const said = drawingWords.calledFlows.group;
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const isFree = isNameFree(content, name);
  const refusal = name.trim() === '' ? said.nameMissing : said.nameTaken;
  return (
    <form
      className={forms['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isFree) onMake(name.trim());
      }}
    >
      <p className={acts['happens']}>{said.happens(region.acting.length)}</p>
      <TextInput
        label={said.name}
        withAsterisk
        data-autofocus
        maxLength={BOUNDS.nameCharacters}
        description={fullText(name, BOUNDS.nameCharacters)}
        value={name}
        error={isTried && !isFree ? refusal : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <dl className={styles['values']}>
        <Named as={said.given} names={values.inputs} />
        <Named as={said.givesBack} names={values.outputs} />
      </dl>
      <p className={styles['after']}>{said.after}</p>
      <DialogEnd go={said.go} onClose={onClose} />
    </form>
  );
}

function Named({ as, names }: { readonly as: string; readonly names: readonly string[] }): ReactNode {
  return (
    <div>
      <dt>{as}</dt>
      <dd>{names.length === 0 ? drawingWords.calledFlows.group.nothing : names.join(', ')}</dd>
    </div>
  );
}

/** Why steps cannot become a flow, and what would help, in a sentence or two. */
function whyNot(no: NoGroup): string {
  const said = drawingWords.calledFlows.noGroup;
  switch (no.code) {
    case 'several ways in':
    case 'several ways out':
      return said[no.code](...no.steps);
    case 'cut through':
      return said[no.code](no.step, no.way, no.to);
    case 'join of others':
    case 'come twice':
      return said[no.code](no.step, no.split);
    case 'beside them':
      return said[no.code](no.step, no.value);
    case 'a start':
    case 'an end':
    case 'apart':
    case 'part and leave':
      return said[no.code](no.step);
    case 'too few':
    case 'no way in':
    case 'no way out':
    case 'no flow':
    case 'outcome':
    case 'too many':
    case 'too many values':
      return said[no.code]();
  }
}
