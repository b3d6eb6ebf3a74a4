import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { partAddress } from '../../flows/parts/part-address.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import type { ToldRows } from './told-decision.ts';
import { WholeRows } from './whole-rows.tsx';
import styles from './whole-table.module.css';

export interface WholeTableProps {
  readonly table: DecisionTable;
  /** Of the revision that it stands in. */
  readonly hash: string | undefined;
  /** Ids of the rows that decided. */
  readonly matched: readonly string[];
  /** Null: not known yet, or not kept. */
  readonly told: ToldRows | null;
  readonly onClose: () => void;
}

/** So many rows that decided are named. */
const MOST_NAMED = 8;

/** The table as the case had it: the rows that decided lit, and of every other the conditions that did not fit. */
export function WholeTable({ table, hash, matched, told, onClose }: WholeTableProps): ReactNode {
  const said = drawingWords.wholeTable;
  const hits = new Set(matched);
  const places = table.rows.flatMap(({ id }, place) => (hits.has(id) ? [place] : []));
  const [shown, show] = useState<{ readonly place: number } | null>(
    places[0] === undefined ? null : { place: places[0] },
  );
  const goOn = (): void => {
    const next = places.find((place) => place > (shown?.place ?? -1)) ?? places[0];
    if (next !== undefined) show({ place: next });
  };
  return (
    <Modal opened onClose={onClose} title={table.name} size="min(1280px, 96vw)">
      <div className={styles['about']}>
        <span>
          {places.length === 0
            ? said.none
            : said.counted(places.slice(0, MOST_NAMED).map((place) => place + 1))}{' '}
          {places.length > MOST_NAMED ? said.more(places.length - MOST_NAMED) : null}
        </span>
        <span className={styles['quiet']}>
          {words.flows.hitPolicies[table.hitPolicy]} · {said.rows(table.rows.length)}
        </span>
        {places.length < 2 ? null : (
          <Button variant="subtle" size="compact-xs" onClick={goOn}>
            {said.next}
          </Button>
        )}
        {hash === undefined ? null : (
          <Link className={styles['link']} to={partAddress('table', table.id, hash)}>
            {said.page}
          </Link>
        )}
      </div>
      <WholeRows table={table} hits={hits} told={told} shown={shown} />
    </Modal>
  );
}
