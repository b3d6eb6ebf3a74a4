import type { RunEvent } from '../interpreter/event.ts';
import type { Program } from '../interpreter/link.ts';

/** What runs of a case were told, as their reports say, by the program that took it. In order. */
export interface ToldEvents {
  readonly program: Program;
  readonly events: readonly RunEvent[];
}
