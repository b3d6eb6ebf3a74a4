import { Modal, Select, TextInput } from '@mantine/core';
import { nanoid } from 'nanoid';
import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import forms from '../../inbox/task-form.module.css';
import { drawingWords } from '../../shell/drawing-words.ts';
import { DialogEnd } from '../../shell/dialog-end.tsx';
import { nameOfResult, newRequired, requirable, require } from '../commands/requirements.ts';
import type { Desk } from '../desk.ts';

const NEW = '';

/** Asks which table another shall go by, and how what that one comes to is called there. */
export function RequireDialog({
  desk,
  tables,
  table,
  onClose,
}: {
  readonly desk: Pick<Desk, 'do'>;
  readonly tables: DraftContent['tables'];
  readonly table: DecisionTable;
  readonly onClose: () => void;
}): ReactNode {
  const said = drawingWords.requirements;
  const choices = useMemo(() => requirable(tables, table), [tables, table]);
  const [chosen, choose] = useState(choices[0]?.id ?? NEW);
  const [newName, setNewName] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const known = choices.find(({ id }) => id === chosen);
  const value = own ?? nameOfResult(known ?? { name: newName }, table);
  const isTaken = Object.hasOwn(table.requires ?? {}, value.trim());
  const isNameMissing = known === undefined && newName.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (value.trim() === '' || isTaken || isNameMissing) return;
    const required = known ?? newRequired(newName.trim(), nanoid);
    desk.do(said.did.added(table.name, required.name), require(table.id, value.trim(), required));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={said.addTitle(table.name)}>
      <form className={forms['form']} onSubmit={submit} noValidate>
        <p>{said.addHelp}</p>
        <Select
          label={said.table}
          data={[
            ...choices.map(({ id, name }) => ({ value: id, label: name })),
            { value: NEW, label: said.newTable },
          ]}
          value={chosen}
          allowDeselect={false}
          data-autofocus
          onChange={(id) => choose(id ?? NEW)}
        />
        {known === undefined ? (
          <TextInput
            label={said.newName}
            value={newName}
            error={isTried && isNameMissing ? said.nameMissing : null}
            onChange={(event) => setNewName(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          label={said.value}
          value={value}
          error={isTaken ? said.valueTaken : isTried && value.trim() === '' ? said.valueMissing : null}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <DialogEnd go={said.go} onClose={onClose} />
      </form>
    </Modal>
  );
}
