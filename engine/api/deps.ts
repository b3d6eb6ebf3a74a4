import type { Logger } from 'pino';
import type { SampleDayControl } from '../sample/control.ts';
import type { Runs } from '../runs/runs.ts';
import type { Store } from '../store/store.ts';
import type { Auth } from './auth.ts';
import type { Drawings } from './drawings.ts';
import type { TemporalUi } from './temporal-link.ts';

/** What the resources are handed. */
export interface Deps {
  readonly store: Store;
  readonly runs: Runs;
  readonly auth: Auth;
  readonly drawings: Drawings;
  readonly logger: Logger;
  readonly version: string;
  /** How the sample day is handled, and whether this is it; null where there is none. */
  readonly sampleDay: { readonly control: SampleDayControl; readonly isHere: boolean } | null;
  /** Null where nobody knows of any. */
  readonly temporalUi: TemporalUi | null;
  /** The folder in which the logs of API and workers are kept; null where nobody knows. */
  readonly logs: string | null;
  /** Whoever publishes needs the approval of another person. */
  readonly needsApproval: boolean;
  /** The clock, ms since the epoch. */
  now(): number;
}
