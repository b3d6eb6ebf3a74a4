import { Select, TagsInput, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import type { TableInput, TableOutput } from '../../definitions/decision/table.ts';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { fullText } from '../shell/full-text.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import forms from '../inbox/task-form.module.css';
import { choiceOf, chosenType, TYPE_CHOICES, typeWords, type TypeChoice } from './type-choice.ts';

/** A column as it is filled in: an input looks at something, an output has something for when no row fits. */
export type ColumnDraft =
  | { readonly kind: 'input'; readonly clause: TableInput }
  | { readonly kind: 'output'; readonly clause: TableOutput };

const KEPT = 'kept';

/** A column's name, kind of value and what belongs to it. */
export function ColumnForm({
  draft,
  taken,
  isNew,
  onDone,
  onClose,
}: {
  readonly draft: ColumnDraft;
  /** Names of other outputs, of which each is there once. */
  readonly taken: readonly string[];
  readonly isNew: boolean;
  readonly onDone: (draft: ColumnDraft) => void;
  readonly onClose: () => void;
}): ReactNode {
  const said = drawingWords.decisions.columns;
  const { clause } = draft;
  const [name, setName] = useState(clause.name);
  const [expression, setExpression] = useState(draft.kind === 'input' ? (draft.clause.expression ?? '') : '');
  const [otherwise, setOtherwise] = useState(draft.kind === 'output' ? (draft.clause.default ?? '') : '');
  const [choice, setChoice] = useState<TypeChoice | null>(choiceOf(clause.type));
  const [allowed, setAllowed] = useState(clause.type.type === 'string' ? (clause.type.allowed ?? []) : []);
  const [isTried, setTried] = useState(false);
  const problem =
    name.trim() === ''
      ? said.nameMissing
      : draft.kind === 'output' && taken.includes(name.trim())
        ? said.nameTaken
        : null;

  const done = (): void => {
    setTried(true);
    if (problem !== null) return;
    const type = choice === null ? clause.type : chosenType(choice, allowed);
    const base = { id: clause.id, name: name.trim() };
    if (draft.kind === 'input') {
      const looksAt = expression.trim();
      onDone({ kind: 'input', clause: { ...base, ...(looksAt !== '' && { expression: looksAt }), type } });
    } else {
      const written = otherwise.trim();
      onDone({ kind: 'output', clause: { ...base, type, ...(written !== '' && { default: written }) } });
    }
  };
  const choices = TYPE_CHOICES.map((one) => ({
    value: one as string,
    label: typeWords(chosenType(one, [])),
  }));
  const kept = { value: KEPT, label: said.typeKept(typeWords(clause.type)) };
  return (
    <form
      className={forms['form']}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        done();
      }}
    >
      <TextInput
        label={said.name}
        data-autofocus
        maxLength={BOUNDS.nameCharacters}
        description={fullText(name, BOUNDS.nameCharacters)}
        value={name}
        error={isTried ? problem : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {draft.kind === 'input' ? (
        <TextInput
          label={said.expression}
          description={said.expressionHelp}
          maxLength={BOUNDS.feelCharacters}
          value={expression}
          onChange={(event) => setExpression(event.currentTarget.value)}
        />
      ) : null}
      <Select
        label={said.type}
        data={choiceOf(clause.type) === null ? [kept, ...choices] : choices}
        value={choice ?? KEPT}
        allowDeselect={false}
        onChange={(value) => setChoice(TYPE_CHOICES.find((one) => one === value) ?? null)}
      />
      {choice === 'string' ? (
        <TagsInput
          label={said.allowed}
          description={said.allowedHelp}
          maxLength={BOUNDS.nameCharacters}
          value={[...allowed]}
          onChange={setAllowed}
        />
      ) : null}
      {draft.kind === 'output' ? (
        <TextInput
          label={said.otherwise}
          description={said.otherwiseHelp}
          maxLength={BOUNDS.feelCharacters}
          value={otherwise}
          onChange={(event) => setOtherwise(event.currentTarget.value)}
        />
      ) : null}
      <DialogEnd go={isNew ? said.go : said.goChange} onClose={onClose} />
    </form>
  );
}
