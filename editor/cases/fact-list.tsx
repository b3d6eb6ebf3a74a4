import type { ReactNode } from 'react';
import { words } from '../shell/words.ts';
import type { FactGroup } from './fact-groups.ts';
import styles from './fact-list.module.css';

/** From how many characters on the whole may be cut off, and is shown to who points at it. */
const MUCH = 80;

/** Names with what is known of them. */
export function FactList({ rows }: { readonly rows: readonly (readonly [string, string])[] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <dl className={styles['facts']}>
      {rows.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd title={said.length > MUCH ? said : undefined}>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Groups of facts, each under its name; what does not hold is named in one line. */
export function FactGroups({ groups }: { readonly groups: readonly FactGroup[] }): ReactNode {
  return groups.map((group) => (
    <div key={group.title} className={styles['group']}>
      {group.title === '' ? null : <h3 className={styles['title']}>{group.title}</h3>}
      <FactList rows={group.rows} />
      {group.isNot.length === 0 ? null : <p className={styles['not']}>{words.case.isNot(group.isNot)}</p>}
    </div>
  ));
}
