import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { RuleText } from '../../drawing/rule-text.tsx';
import { useNames } from '../../people/people-questions.ts';
import { useFetched } from '../../shell/fetched.ts';
import { useNow } from '../../shell/now.tsx';
import { plainValue } from '../../shell/plain-value.ts';
import { spokenName } from '../../../definitions/flow/spoken-name.ts';
import { words } from '../../shell/words.ts';
import type { Decision } from '../decision.ts';
import { nearRows } from './near-rows.ts';
import { Saw } from './saw.tsx';
import { useToldRows } from './told-decision.ts';
import { ToldList } from './told-list.tsx';
import { ToldTable } from './told-table.tsx';
import { wholeTableChunk } from './whole-table-chunk.ts';
import type { WholeTableProps } from './whole-table.tsx';
import styles from './told-table.module.css';

/** Tables with more rows are shown whole in a window of their own. */
const MOST_IN_PLACE = 60;
/** More columns than these are read row by row. */
const MOST_COLUMNS = 7;
/** So many rows that fit as well are named. */
const MOST_NAMED = 12;

/** A table as pinned, with the rows that matched; clause by clause, why they did and the others did not. */
export function TableDecision({
  table,
  decision,
  at,
  isList = false,
  hash,
}: {
  readonly table: DecisionTable;
  readonly decision: Decision | null;
  /** When it was decided. */
  readonly at: string;
  /** Of the revision that it stands in. */
  readonly hash?: string | undefined;
  /** Row below row, where there is no room for a table. */
  readonly isList?: boolean;
}): ReactNode {
  const [isAll, setAll] = useState(false);
  const [isOpen, open] = useState(false);
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const told = useToldRows(table, decision, at);
  const matched = decision?.rows ?? [];
  const rows = isAll ? table.rows : nearRows(table.rows, matched);
  const hidden = table.rows.length - rows.length;
  const note = table.rows.find((row) => row.id === matched[0])?.annotation;
  const counted = new Set(matched);
  const fitsToo = table.rows.flatMap((row, index) =>
    told?.get(row.id)?.hit === true && !counted.has(row.id) ? [index + 1] : [],
  );
  const isWide = table.inputs.length + table.outputs.length > MOST_COLUMNS;
  const Rows = isList || isNarrow || isWide ? ToldList : ToldTable;
  return (
    <>
      {note === undefined ? null : <p className={styles['note']}>{note}</p>}
      <Rows table={table} rows={rows} matched={matched} told={told} />
      <div className={styles['after']}>
        {fitsToo.length === 0 ? null : <span>{words.step.fitsToo(fitsToo.slice(0, MOST_NAMED))}</span>}
        {decision !== null && decision.inputs === null ? <span>{words.step.notKept}</span> : null}
        {hidden === 0 ? null : (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => (table.rows.length > MOST_IN_PLACE ? open(true) : setAll(true))}
          >
            {words.way.showRows} · {words.way.hidden(hidden)}
          </Button>
        )}
        <Button variant="subtle" size="compact-xs" onClick={() => open(true)}>
          {words.way.openTable}
        </Button>
      </div>
      {isOpen ? <OpenWhole {...{ table, told, hash }} matched={matched} onClose={() => open(false)} /> : null}
    </>
  );
}

function OpenWhole(props: WholeTableProps): ReactNode {
  const WholeTable = useFetched(wholeTableChunk);
  return WholeTable === null ? null : <WholeTable {...props} />;
}

/** A rule that is one expression, what it looked at, and that it came to nothing: what it came to is the head line. */
export function RuleDecision({
  rule,
  decision,
}: {
  readonly rule: string;
  readonly decision: Decision | null;
}): ReactNode {
  const value = plainValue(decision?.value ?? null, useNow(), useNames());
  const saw = Object.entries(decision?.inputs ?? {}).map(([name, was]) => [spokenName(name), was] as const);
  return (
    <>
      <RuleText>{rule}</RuleText>
      <div className={styles['saw']}>
        <Saw saw={Object.fromEntries(saw)} />
      </div>
      {decision !== null && value === null ? <p>{words.step.cameToNothing}</p> : null}
    </>
  );
}
