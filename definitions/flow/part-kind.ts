/** What a revision holds beside its drawings that has pages of its own. */
export const PART_KINDS = ['table', 'word-list'] as const;
export type PartKind = (typeof PART_KINDS)[number];
