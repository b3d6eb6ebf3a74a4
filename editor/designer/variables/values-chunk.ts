import { fetched } from '../../shell/fetched.ts';
import type { ValuesPanelProps } from './values-panel.tsx';

/** The panel of a flow's values, fetched when the designer is opened: whoever loses the connection goes on drawing. */
export const valuesChunk = fetched<ValuesPanelProps>(
  async () => (await import('./values-panel.tsx')).ValuesPanel,
);
