import { fetched } from '../../shell/fetched.ts';
import type { WholeTableProps } from './whole-table.tsx';

/** The whole table of a decision, fetched when it is asked for. */
export const wholeTableChunk = fetched<WholeTableProps>(
  async () => (await import('./whole-table.tsx')).WholeTable,
);
