/**
 * Words and phrases that mean something. `entries` are matched as whole words, without case and accents; a `*` at a
 * word's end stands for any ending. Read by the activity that derives facts from texts.
 */
export interface WordList {
  readonly id: string;
  readonly name: string;
  readonly language?: string;
  readonly entries: readonly WordListEntry[];
}
export interface WordListEntry {
  readonly phrase: string;
  /** What a hit means: a topic, a flag, a step of the company's process. */
  readonly means: string;
  readonly weight?: number;
}
