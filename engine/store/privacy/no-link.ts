import type { LinkAct } from '../../../definitions/model/customer.ts';

/**
 * What the last event between a profile and a customer may say when they are not linked. Whatever else it says, a
 * record counts as somebody's, and is not erased with another person.
 */
export const NO_LINK: ReadonlySet<string> = new Set<string>([
  'unlinked',
  'proposed',
  'not the same',
  'left open',
] satisfies LinkAct[]);
