import type { ComponentProps, ReactNode } from 'react';
import { lookUp } from '../../../definitions/check/environment.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { useNames } from '../../people/people-questions.ts';
import { useNow } from '../../shell/now.tsx';
import { plainValue } from '../../shell/plain-value.ts';
import { words } from '../../shell/words.ts';
import type { RequiredDecision } from '../decision.ts';
import { TableDecision } from './decision-body.tsx';
import styles from './told-table.module.css';

/** What other tables came to first, for a table to go by: each folded, with its rows and why they did or did not match. */
export function DecidedFirst({
  tables,
  decisions,
  ...shown
}: {
  readonly tables: Readonly<Record<string, DecisionTable>>;
  readonly decisions: readonly RequiredDecision[];
} & Pick<ComponentProps<typeof TableDecision>, 'at' | 'hash' | 'isList'>): ReactNode {
  const [now, names] = [useNow(), useNames()];
  return decisions.map((decision) => {
    const table = lookUp(tables, decision.table);
    if (table === undefined) return null;
    const value = plainValue(decision.value, now, names);
    return (
      <details key={table.id} className={styles['first']}>
        <summary>{words.step.decidedFirst(table.name, value)}</summary>
        <TableDecision table={table} decision={decision} {...shown} />
      </details>
    );
  });
}
