import type { WorkingHours } from './working-hours.ts';

/** A colleague. Lists of ids keep working when names change. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly region: string | null;
  readonly skills: readonly string[];
  readonly roles: readonly Role[];
  /** Who is asked when this one does not act; the ladder. */
  readonly lead: string | null;
  readonly active: boolean;
  /** Null: those of the team. */
  readonly hours: WorkingHours | null;
}
export type Role = 'agent' | 'lead' | 'analyst' | 'engineer' | 'auditor' | 'admin';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  readonly skills: readonly string[];
  readonly lead: string | null;
  /** Null: nobody said; taken as day and night. */
  readonly hours: WorkingHours | null;
}

/** Who draws flows, and says which of them live. */
export const DRAWERS = ['analyst', 'engineer'] as const satisfies readonly Role[];
