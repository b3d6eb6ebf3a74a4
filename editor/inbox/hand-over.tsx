import { Modal, SegmentedControl, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { TaskDetail } from '../../definitions/model/views/task.ts';
import { usePeople, useTeams } from '../people/people-questions.ts';
import { carryOut } from '../shell/carry-out.ts';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { words } from '../shell/words.ts';
import styles from './task-form.module.css';
import { useTaskAct } from './task-questions.ts';

/** Asks to whom a task goes, and why; then hands it over. */
export function HandOver({
  task,
  isOpen,
  onClose,
}: {
  readonly task: TaskDetail;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.tasks.handOver}>
      <HandOverForm task={task} onClose={onClose} />
    </Modal>
  );
}

function HandOverForm({
  task,
  onClose,
}: {
  readonly task: TaskDetail;
  readonly onClose: () => void;
}): ReactNode {
  const act = useTaskAct(task);
  const [kind, setKind] = useState<'person' | 'team'>('person');
  const [to, setTo] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const [isMissing, setMissing] = useState(false);
  const people = (usePeople().data ?? []).filter((person) => person.active);
  const teams = useTeams().data ?? [];
  const send = (): void => {
    if (to === null) return setMissing(true);
    carryOut(
      act,
      {
        act: 'hand-over',
        version: task.version,
        [kind]: to,
        ...(why.trim() === '' ? {} : { why: why.trim() }),
      },
      {
        onSuccess: () => {
          notifications.show({ message: words.tasks.handedOver, color: 'accent' });
          onClose();
        },
      },
    );
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SegmentedControl
        aria-label={words.tasks.handOverTo}
        data={[
          { value: 'person', label: words.tasks.handOverPerson },
          { value: 'team', label: words.tasks.handOverTeam },
        ]}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen === 'team' ? 'team' : 'person');
          setTo(null);
        }}
      />
      <Select
        label={words.tasks.handOverTo}
        searchable
        data={
          kind === 'person'
            ? people.map((person) => ({ value: person.id, label: `${person.name} · ${person.team.name}` }))
            : teams.map((team) => ({ value: team.id, label: team.name }))
        }
        value={to}
        onChange={(chosen) => {
          setTo(chosen);
          setMissing(false);
        }}
        placeholder={words.tasks.choose}
        error={isMissing ? words.tasks.handOverMissing : undefined}
      />
      <Textarea
        label={words.acts.why}
        autosize
        minRows={2}
        maxRows={6}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <DialogEnd go={words.tasks.handOver} act={act} onClose={onClose} />
    </form>
  );
}
