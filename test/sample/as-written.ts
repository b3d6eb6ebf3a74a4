import { readStory } from '../../engine/sample/story.ts';
import type { ToldCase } from './told-day.ts';

const story = readStory();

export const inbound = ({ mentions }: ToldCase) =>
  mentions.filter(({ direction }) => direction === 'inbound');
export const answers = ({ replies }: ToldCase) => replies.filter(({ kind }) => kind === 'answer');

/** What each of the cases began with. */
export const idsOf = (cases: readonly ToldCase[]): readonly string[] =>
  cases.map(({ mentions }) => mentions[0]?.externalId ?? '').sort();
export const endedAs = (day: readonly ToldCase[], outcome: string): readonly string[] =>
  idsOf(day.filter((one) => one.it.outcome === outcome));
export const dialoguesEnding = (ends: string): readonly string[] =>
  story.dialogues.flatMap((dialogue) => (dialogue.ends === ends ? [dialogue.begins] : [])).sort();

/** What becomes of the story's mentions and of what its customers say later. */
export const FUNNEL_AS_WRITTEN = {
  heard: 60 + 30,
  noise: 31,
  needAnAnswer: 26,
  answered: 26,
  conversation: 24,
  putRight: 23,
} as const;

/** What became of what was heard. */
export function funnelOf(day: readonly ToldCase[]): {
  readonly [row in keyof typeof FUNNEL_AS_WRITTEN]: number;
} {
  const need = day.filter(
    ({ it: { facts, primaryCaseId } }) => facts['worth'] === 'answer' && primaryCaseId === null,
  );
  const answered = need.filter((one) => answers(one).length > 0);
  const again = answered.filter((one) => {
    const [first] = answers(one);
    return inbound(one).some(({ occurredAt }) => first !== undefined && occurredAt > first.at);
  });
  return {
    heard: day.flatMap(inbound).length,
    noise: endedAs(day, 'put aside').length,
    needAnAnswer: need.length,
    answered: answered.length,
    conversation: again.length,
    putRight: need.filter(({ it: { outcome } }) => outcome === 'put right').length,
  };
}
