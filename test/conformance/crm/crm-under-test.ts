import type { Crm } from '../../../workers/sdk/crm.ts';
import type { CrmLimits } from '../../../workers/sdk/crm/limits.ts';
import type { KnownPerson } from './known-people.ts';

/** What can be wrong on the other side of a wire. */
export const FAULTS = [
  'html',
  'half a page',
  'error inside',
  'same id twice',
  'no account number',
  'hang',
  'connection closed',
  'slow',
  'broken',
  'throttled for a moment',
  'throttled for long',
  'same cursor',
  'endless pages',
  'key refused',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Something that was written over there, as often as it was. */
export interface WrittenThere {
  readonly kind: 'note' | 'ticket';
  readonly accountNumber: string;
  readonly text: string;
}

/** A CRM with known people in it. */
export interface CrmUnderTest {
  readonly crm: Crm;
  /** Of one that is asked over a wire: breaks the other side, or mends it. */
  readonly fail?: (fault: Fault | null) => void;
  /** How many were asked at once at most, and what was written. */
  readonly mostAtOnce?: () => number;
  readonly written?: () => readonly WrittenThere[];
  /** Ends all there is but the CRM. */
  stop(): Promise<void>;
}

/** Makes a CRM that knows these people, and nobody else; a fresh one every time. */
export type MakeCrm = (people: readonly KnownPerson[], limits?: Partial<CrmLimits>) => Promise<CrmUnderTest>;
