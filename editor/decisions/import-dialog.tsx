import { Checkbox, Modal, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { Answered, Loading } from '../shell/states.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';
import type { Arrival, BesideTable } from './bringing.ts';
import styles from './decision-editor.module.css';
import { changesNothing, tableDifference, type TableDifference } from './table-difference.ts';
import { readTableFile, type ReadFile } from './table-files.ts';

const MOST_ISSUES = 30;

/**
 * Reads a file and tells what it would change before it is taken. Of a DMN file with several tables it asks which is
 * meant, and whether those that it goes by come with it.
 */
export function ImportDialog({
  file,
  table,
  beside,
  onTake,
  onClose,
}: {
  readonly file: File;
  readonly table: DecisionTable;
  readonly beside: BesideTable | undefined;
  readonly onTake: (table: DecisionTable) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [wanted, setWanted] = useState<string | undefined>();
  const question = useQuery({
    queryKey: ['table file', file.name, file.size, file.lastModified, wanted],
    queryFn: () => readTableFile(file, wanted),
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Modal opened onClose={onClose} title={drawingWords.decisions.files.title(file.name)}>
      <Answered question={question} loading={<Loading lines={3} />}>
        {(read) => (
          <Changes
            {...{ read, table, beside, onTake, onClose }}
            isOld={question.isPlaceholderData}
            onWanted={setWanted}
          />
        )}
      </Answered>
    </Modal>
  );
}

function Changes({
  read,
  table,
  beside,
  isOld,
  onWanted,
  onTake,
  onClose,
}: {
  readonly read: ReadFile;
  readonly table: DecisionTable;
  readonly beside: BesideTable | undefined;
  /** Another table of the file is being read. */
  readonly isOld: boolean;
  readonly onWanted: (id: string) => void;
  readonly onTake: (table: DecisionTable) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { files: said, acts } = drawingWords.decisions;
  const [isAlone, setAlone] = useState(false);
  const together = (beside === undefined ? null : read.graph?.together) ?? null;
  const brought = isAlone ? null : together;
  const { issues } = brought ?? read;
  const isWhole = read.table !== null && issues.every(({ severity }) => severity !== 'error');
  const arrival = isWhole && brought !== null ? (beside?.arrivalOf(brought) ?? null) : null;
  const change = isWhole ? tableDifference(table, arrival?.table ?? read.table) : null;
  const isSame = change !== null && changesNothing(change);
  const take = (): void => {
    if (change === null || isSame) return onClose();
    if (beside === undefined || brought === null || arrival === null) return onTake(change.table);
    const count = arrival.others.filter(({ isHere }) => !isHere).length;
    beside.bring(acts.broughtAlong(table.name, count), brought);
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOld) take();
      }}
    >
      <WhichTable graph={read.graph} onWanted={onWanted} />
      {together === null ? null : (
        <Checkbox
          my={12}
          label={said.along.ask}
          description={said.along.help}
          checked={!isAlone}
          onChange={(event) => setAlone(!event.currentTarget.checked)}
        />
      )}
      <Told change={change} isSame={isSame} />
      {arrival === null || brought === null ? null : <Arriving arrival={arrival} name={brought.table.name} />}
      {issues.length === 0 ? null : (
        <>
          <p className={isWhole ? '' : styles['bad']}>{isWhole ? said.issues : said.whole}</p>
          <ul className={styles['issues']}>
            {issues.slice(0, MOST_ISSUES).map((issue, index) => (
              <li key={index}>
                {issue.message} <span className={styles['soft']}>{placeWords(issue)}</span>
                {issue.fix === undefined ? null : <div className={styles['soft']}>{issue.fix.title}</div>}
              </li>
            ))}
            {issues.length > MOST_ISSUES ? <li>{said.moreIssues(issues.length - MOST_ISSUES)}</li> : null}
          </ul>
        </>
      )}
      <DialogEnd go={change === null || isSame ? words.acts.close : said.go} onClose={onClose} />
    </form>
  );
}

/** Asks which of several tables of a file is meant. */
function WhichTable({
  graph,
  onWanted,
}: {
  readonly graph: ReadFile['graph'];
  readonly onWanted: (id: string) => void;
}): ReactNode {
  if (graph === undefined || graph.choices.length < 2) return null;
  return (
    <Select
      label={drawingWords.decisions.files.which}
      data={graph.choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={graph.chosen}
      allowDeselect={false}
      comboboxProps={{ withinPortal: true }}
      onChange={(id) => {
        if (id !== null) onWanted(id);
      }}
    />
  );
}

/** What of the table that is shown would be another. */
function Told({
  change,
  isSame,
}: {
  readonly change: TableDifference | null;
  readonly isSame: boolean;
}): ReactNode {
  const said = drawingWords.decisions.files;
  if (change === null) return null;
  if (isSame) return <p>{said.same}</p>;
  return (
    <>
      <p>{said.changes(change.added, change.changed, change.removed)}</p>
      {change.isReordered ? <p>{said.order}</p> : null}
      {change.isHeadChanged ? <p>{said.head}</p> : null}
    </>
  );
}

/** What becomes of the tables that come along. */
function Arriving({
  arrival: { table, others },
  name: ofFile,
}: {
  readonly arrival: Arrival;
  /** What the table is called in the file. */
  readonly name: string;
}): ReactNode {
  const said = drawingWords.decisions.files.along;
  return (
    <>
      {table.name === ofFile ? null : <p>{said.called(table.name)}</p>}
      <p className={styles['along']}>{said.comes}</p>
      <ul className={styles['issues']} aria-label={said.comes}>
        {others.map(({ name, isHere, comesAs }, index) => (
          <li key={index}>
            {name}{' '}
            <span className={styles['soft']}>
              {isHere ? said.here : comesAs === name ? said.new : said.as(comesAs)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function placeWords({ place: { cell, line } }: ReadFile['issues'][number]): string {
  const { at } = drawingWords.decisions.files;
  if (cell !== undefined) return at.cell(cell);
  return line === undefined ? '' : at.line(line);
}
