import type { Runs } from '../../runs/runs.ts';
import type { Store } from '../../store/store.ts';
import type { Morning } from '../morning.ts';
import type { StoryMention } from '../mention.schema.ts';
import type { Dialogue } from '../script.schema.ts';
import type { Story } from '../story.ts';
import type { Errands } from './errands.ts';

/** The story as it is told: what tells it, and how far it has come. */
export interface Told {
  readonly story: Story;
  readonly morning: Morning;
  readonly store: Store;
  readonly runs: Runs;
  readonly crmFolder: string;
  readonly errands: Errands;
  /** Case that each mention heard so far is of, by the mention's id in the story. */
  readonly heard: Map<string, string>;
  /** Story time of this round, ms since the epoch. */
  now(): number;
  /** Since when the visitor's tasks are answered by themselves; null: they wait. */
  visitorAnswersSince(): number | null;
}

export function mentionOf({ story }: Told, id: string): StoryMention {
  const mention = story.mentions.find((one) => one.id === id);
  if (mention === undefined) throw new Error(`The story has no mention ${id}.`);
  return mention;
}

/** The dialogue of a case; undefined where the script says nothing. Of two cases made one, the other's. */
export function dialogueOf({ story, heard }: Told, caseId: string): Dialogue | undefined {
  const ofCase = story.dialogues.filter(({ begins }) => heard.get(begins) === caseId);
  return ofCase.find(({ joins }) => joins === undefined) ?? ofCase[0];
}
