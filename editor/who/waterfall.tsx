import type { CSSProperties, ReactNode } from 'react';
import type { WhoQuestion } from '../../definitions/model/views/who.ts';
import { Card } from '../shell/page.tsx';
import { tenthsText } from '../words/locale.ts';
import { whoWords } from './who-words.ts';
import styles from './waterfall.module.css';

/** Below it a bar cannot be seen, and says nothing. */
const NOTHING = 0.05;
/** Said beside the two, in a sentence of its own. */
const HOUSEHOLD = 'household';

/** What speaks for two being one and what against, in bits: it begins with any two, and adds up to the chance. */
export function Waterfall({ of }: { readonly of: WhoQuestion }): ReactNode {
  const fields = of.fields.filter(({ field }) => field !== HOUSEHOLD);
  const sum = fields.reduce((all, { bits }) => all + bits, of.prior);
  const most = Math.max(1, ...[of.prior, sum, ...fields.map(({ bits }) => bits)].map(Math.abs));
  return (
    <Card title={whoWords.weighed} className={styles['card']}>
      <p className={styles['help']}>{whoWords.weighedHelp}</p>
      <ul className={styles['steps']}>
        <Step says={whoWords.prior} bits={of.prior} most={most} />
        {fields.map(({ field, words, bits }) => (
          <Step key={field} says={words} bits={bits} most={most} />
        ))}
        <Step says={whoWords.together(of.probability)} bits={sum} most={most} isSum />
      </ul>
    </Card>
  );
}

function Step({
  says,
  bits,
  most,
  isSum = false,
}: {
  readonly says: string;
  readonly bits: number;
  /** What fills one side. */
  readonly most: number;
  readonly isSum?: boolean;
}): ReactNode {
  const isNothing = Math.abs(bits) < NOTHING;
  const kind = isSum ? styles['sum'] : isNothing ? styles['nothing'] : undefined;
  const width: CSSProperties & { readonly [name: `--${string}`]: string } = {
    '--share': `${(50 * Math.abs(bits)) / most}%`,
  };
  return (
    <li className={kind}>
      <span className={styles['says']}>{says}</span>
      <span className={styles['track']} aria-hidden>
        <span className={bits < 0 ? styles['against'] : styles['for']} style={width} />
      </span>
      <span className={styles['bits']}>{bitsText(bits)}</span>
    </li>
  );
}

/** '+6.5', '−3.0', '0'. */
function bitsText(bits: number): string {
  const { more, less, none } = whoWords.bits;
  if (Math.abs(bits) < NOTHING) return none;
  return (bits < 0 ? less : more)(tenthsText(Math.abs(bits)));
}
