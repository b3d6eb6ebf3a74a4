import type { Logger } from 'pino';
import type { Runs } from '../runs/runs.ts';
import type { Store } from '../store/store.ts';
import type { Auth } from './auth.ts';
import type { Drawings } from './drawings.ts';

/** What the resources are handed. */
export interface Deps {
  readonly store: Store;
  readonly runs: Runs;
  readonly auth: Auth;
  readonly drawings: Drawings;
  readonly logger: Logger;
  readonly version: string;
  /** The clock, ms since the epoch. */
  now(): number;
}
