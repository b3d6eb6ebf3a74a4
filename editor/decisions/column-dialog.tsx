import { Modal } from '@mantine/core';
import { nanoid } from 'nanoid';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { comparedTexts } from '../words/locale.ts';
import type { GridColumn } from './cells.ts';
import { ColumnForm, type ColumnDraft } from './column-form.tsx';
import { nameOf, type ColumnAct } from './column-heads.tsx';
import {
  withChangedInput,
  withChangedOutput,
  withInput,
  withMovedColumn,
  withoutColumn,
  withOutput,
} from './edit-columns.ts';
import { sortedBy } from './edit-rows.ts';
import type { OfferedInput } from './offered-inputs.ts';

/** A column that is being filled in, and where it stands if it is there already. */
interface OpenColumn {
  readonly draft: ColumnDraft;
  readonly at: number | null;
}

export interface ColumnActs {
  readonly onAct: (act: ColumnAct, column: GridColumn) => void;
  /** Adds what is offered at once; null: asks what it looks at. */
  readonly addInput: (offered: OfferedInput | null) => void;
  readonly addOutput: () => void;
  readonly dialog: ReactNode;
}

/** What is done with columns, and the dialog in which one is filled in. */
export function useColumnActs(
  table: DecisionTable,
  commit: (label: string, table: DecisionTable) => void,
): ColumnActs {
  const [open, setOpen] = useState<OpenColumn | null>(null);
  const now = useRef({ table, commit });
  now.current = { table, commit };

  const onAct = useCallback((act: ColumnAct, column: GridColumn) => {
    const { table: of, commit: does } = now.current;
    const said = drawingWords.decisions.acts;
    const name = nameOf(column);
    if (act === 'sort up' || act === 'sort down')
      return does(said.sorted(name, of.name), sortedBy(of, column, comparedTexts, act === 'sort down'));
    if (column.kind === 'note') return undefined;
    const by = act === 'left' ? -1 : 1;
    switch (act) {
      case 'change':
        return setOpen({ draft: column, at: column.at });
      case 'left':
      case 'right':
        return does(said.columnMoved(name, of.name), withMovedColumn(of, column, by));
      case 'remove':
        return does(said.columnRemoved(name, of.name), withoutColumn(of, column));
    }
  }, []);

  const addInput = useCallback((offered: OfferedInput | null) => {
    const { table: of, commit: does } = now.current;
    const id = nanoid();
    if (offered === null)
      setOpen({ draft: { kind: 'input', clause: { id, name: '', type: { type: 'string' } } }, at: null });
    else
      does(drawingWords.decisions.acts.columnAdded(offered.name, of.name), withInput(of, { id, ...offered }));
  }, []);
  const addOutput = useCallback(() => {
    const clause = { id: nanoid(), name: '', type: { type: 'string' } } as const;
    setOpen({ draft: { kind: 'output', clause }, at: null });
  }, []);

  const done = (draft: ColumnDraft): void => {
    if (open === null) return;
    const { at } = open;
    const said = drawingWords.decisions.acts;
    // A column that is there is called as it was before.
    const label =
      at === null
        ? said.columnAdded(draft.clause.name, table.name)
        : said.columnChanged(open.draft.clause.name, table.name);
    commit(label, withColumn(table, draft, at));
    setOpen(null);
  };
  return { onAct, addInput, addOutput, dialog: dialogOf() };

  function dialogOf(): ReactNode {
    if (open === null) return null;
    const { draft, at } = open;
    const taken = table.outputs.filter(({ id }) => id !== draft.clause.id).map(({ name }) => name);
    return (
      <Modal opened onClose={() => setOpen(null)} title={titleOf(open)}>
        <ColumnForm
          draft={draft}
          taken={taken}
          isNew={at === null}
          onDone={done}
          onClose={() => setOpen(null)}
        />
      </Modal>
    );
  }
}

function withColumn(table: DecisionTable, draft: ColumnDraft, at: number | null): DecisionTable {
  if (draft.kind === 'input')
    return at === null ? withInput(table, draft.clause) : withChangedInput(table, at, draft.clause);
  return at === null ? withOutput(table, draft.clause) : withChangedOutput(table, at, draft.clause);
}

function titleOf({ draft, at }: OpenColumn): string {
  const said = drawingWords.decisions.columns;
  if (at !== null) return said.changeTitle(draft.clause.name);
  return draft.kind === 'input' ? said.addInputTitle : said.addOutputTitle;
}
