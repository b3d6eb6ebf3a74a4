import { fetched } from '../../shell/fetched.ts';
import type { TrialPanelProps } from './trial-panel.tsx';

/** The panel in which a draft is tried, fetched when it is first opened. */
export const trialChunk = fetched<TrialPanelProps>(
  async () => (await import('./trial-panel.tsx')).TrialPanel,
);
