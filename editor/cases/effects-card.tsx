import type { ReactNode } from 'react';
import type { Remedy } from '../../definitions/model/reply.ts';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import { Moment } from '../shell/moment-text.tsx';
import { Card } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';
import { numberText } from '../words/locale.ts';
import { EffectState } from './effect-state.tsx';
import styles from './side-cards.module.css';

/** What was sent and given for this case, each with how it stands; absent when nothing was. */
export function EffectsCard({
  of,
  titles,
}: {
  readonly of: CaseDetail;
  /** What activities are called, by name. */
  readonly titles: ReadonlyMap<string, string>;
}): ReactNode {
  const given = of.remedies.filter(({ kind }) => kind !== 'none');
  if (of.effects.length + given.length === 0) return null;
  return (
    <Card title={words.case.effects}>
      <ul className={styles['list']}>
        {of.effects.map((effect) => (
          <li key={effect.key} className={styles['line']}>
            <span>
              {titles.get(effect.activity) ?? effect.activity}{' '}
              <span className={styles['quiet']}>
                <Moment at={effect.at} />
              </span>
            </span>
            <EffectState effect={effect} />
          </li>
        ))}
        {given.map((remedy, index) => (
          <li key={index} className={styles['line']}>
            {remedyText(remedy)}
            <Pill tone="good">{words.matter.given}</Pill>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 'credit of 20', 'premium channel for 3 months', 'an apology'. */
export function remedyText({ kind, amount, months }: Remedy): string {
  const { remedies, amount: ofAmount, months: forMonths } = words.matter;
  const named = amount === null ? remedies[kind] : ofAmount(remedies[kind], numberText(amount));
  return months === null ? named : forMonths(named, months);
}
