import type { ReactNode } from 'react';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import { useNames } from '../../people/people-questions.ts';
import { useNow } from '../../shell/now.tsx';
import { plainValue } from '../../shell/plain-value.ts';
import { words } from '../../shell/words.ts';
import styles from './step-detail.module.css';

/** What a condition or a rule looked at, by names one can say: 'worth was noise · region was not known'. */
export function Saw({ saw }: { readonly saw: JsonObject }): ReactNode {
  const now = useNow();
  const names = useNames();
  const said = Object.entries(saw).map(([name, value]) =>
    words.step.nameWas(name, plainValue(value, now, names)),
  );
  return said.length === 0 ? null : <p className={styles['saw']}>{said.join(' · ')}</p>;
}
