import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Resolution } from '../../definitions/model/stuck.ts';
import type { IncidentRow, StuckGroup } from '../../definitions/model/views/incident.ts';
import { words } from '../shell/words.ts';
import { ResolveDialog } from './resolve-dialog.tsx';
import styles from './stuck-page.module.css';

/** What is led on: one case, or all of a group. `example`: one of them, that says which values and ways there are. */
export type Stuck =
  | { readonly what: 'one'; readonly example: IncidentRow }
  | { readonly what: 'group'; readonly group: StuckGroup; readonly example: IncidentRow | undefined };

/** The ways out for one case or a whole group; each asks why before it acts. */
export function WaysOut({
  stuck,
  isBusy = false,
}: {
  readonly stuck: Stuck;
  /** An act on them is under way already. */
  readonly isBusy?: boolean;
}): ReactNode {
  const [way, setWay] = useState<Resolution['way'] | null>(null);
  const ways = stuck.what === 'one' ? stuck.example.ways : stuck.group.ways;
  if (ways.length === 0) return <p className={styles['quiet']}>{words.stuck.byItself}</p>;
  const isOff = isBusy || stuck.example === undefined;
  return (
    <div className={styles['ways']}>
      {stuck.what === 'group' ? (
        <span className={styles['forAll']}>{words.stuck.all(stuck.group.count)}</span>
      ) : null}
      {ways.map((one) => (
        <Button
          key={one}
          variant={one === 'retry' ? 'filled' : 'default'}
          disabled={isOff}
          {...(one === 'cancel' && !isOff ? { c: 'var(--bad)' } : {})}
          onClick={() => setWay(one)}
        >
          {words.stuck.ways[one]}
        </Button>
      ))}
      <ResolveDialog way={way} stuck={stuck} onClose={() => setWay(null)} />
    </div>
  );
}
