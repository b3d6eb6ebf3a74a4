import type { ReactNode } from 'react';
import type { EffectEntry } from '../../definitions/model/effect.ts';
import { Pill, type PillTone } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';

const TONES: Record<EffectEntry['state'], PillTone> = {
  intended: 'machine',
  done: 'good',
  confirmed: 'good',
  unknown: 'bad',
  suppressed: 'plain',
};

/** How what was done to the world stands, in words; and how often it was tried, when that was more than once. */
export function EffectState({ effect }: { readonly effect: EffectEntry }): ReactNode {
  const { state, attempt } = effect;
  const said = words.case.effectStates[state];
  return <Pill tone={TONES[state]}>{attempt > 1 ? `${said} · ${words.step.tried(attempt)}` : said}</Pill>;
}
