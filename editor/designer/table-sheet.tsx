import { nanoid } from 'nanoid';
import { useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import { lookUp } from '../../definitions/check/environment.ts';
import { requirementsOf } from '../../definitions/decision/requirements.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { BesideTable } from '../decisions/bringing.ts';
import { DecisionEditor } from '../decisions/decision-editor.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { arrivalOf, bringTables } from './commands/bring-tables.ts';
import { changeTable } from './commands/change-table.ts';
import type { Desk } from './desk.ts';
import { RequirementsBar } from './requirements/requirements-bar.tsx';
import { useTryTarget } from './stories/try-target.ts';
import { untoldRows } from './stories/untold-places.ts';
import type { Stories } from './stories/use-stories.ts';
import type { Trying } from './trial/use-trial.ts';
import { usersOf } from './table-users.ts';

/** What a table of the draft is changed with. */
export interface TableSheetProps {
  readonly desk: Pick<Desk, 'do' | 'state'>;
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly table: DecisionTable;
  readonly stories: Stories;
  readonly trying: Trying;
  /** The drawing is to be seen, for something is tried on it. */
  readonly onTry: () => void;
  readonly onOpenTable: (id: string) => void;
  /** How the tables go by each other is to be seen. */
  readonly onRequirements: () => void;
}

/** A table of the draft, to be changed. */
export function TableSheet({
  desk,
  content,
  activities,
  table,
  stories,
  trying,
  onTry,
  onOpenTable,
  onRequirements,
}: TableSheetProps): ReactNode {
  const [search] = useSearchParams();
  const [row, column] = [search.get('row'), search.get('column')];
  const at = useMemo(() => ({ row, column }), [row, column]);
  const { flow, called, tables } = content;
  // Of other tables only how they go by each other counts, and what they come to.
  const required = JSON.stringify(
    Object.values(tables).map(({ id, requires, outputs, hitPolicy, aggregation }) => [
      id,
      requires,
      id === table.id ? null : [outputs, hitPolicy, aggregation],
    ]),
  );
  // What steps give the table changes with the drawing, not with each of its cells.
  const { steps, types } = useMemo(
    () => usersOf(desk.state().content, activities, table.id),
    [desk, flow, called, activities, required, table.id],
  );
  const own = lookUp(types, table.id);
  const others = useMemo(() => {
    if (table.requires === undefined) return undefined;
    const first = requirementsOf(table, tables).tables;
    return { tables: Object.fromEntries(first.map((one) => [one.id, one])), types };
  }, [table, tables, types]);
  const untold = useMemo(() => untoldRows(stories, table.id), [stories, table.id]);
  const tryTarget = useTryTarget(stories, trying);
  const tryRow = (id: string): void => {
    const number = table.rows.findIndex((one) => one.id === id) + 1;
    const name = `${table.name}: ${drawingWords.stories.untold.row(number)}`;
    tryTarget.find({ table: table.id, row: id }, name, onTry);
  };
  const beside = useMemo(
    (): BesideTable => ({
      tables,
      arrivalOf: (brought) => arrivalOf(tables, table, brought, nanoid),
      bring: (label, brought) => desk.do(label, bringTables(table.id, brought, nanoid)),
    }),
    [desk, tables, table],
  );
  return (
    <>
      <RequirementsBar {...{ desk, tables, table, onOpenTable }} onDrawing={onRequirements} />
      <DecisionEditor
        key={table.id}
        table={table}
        {...(own === undefined ? {} : { types: own })}
        {...(others && { others })}
        usedBy={steps}
        at={at}
        untold={untold}
        tryUntold={tryTarget.isSearching ? null : tryRow}
        beside={beside}
        onChange={(label, changed) => desk.do(label, changeTable(changed))}
      />
    </>
  );
}
