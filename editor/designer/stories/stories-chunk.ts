import { fetched } from '../../shell/fetched.ts';
import type { StoriesPanelProps } from './stories-panel.tsx';

/** The panel of a flow's stories, fetched when the designer is opened: whoever loses the connection goes on drawing. */
export const storiesChunk = fetched<StoriesPanelProps>(
  async () => (await import('./stories-panel.tsx')).StoriesPanel,
);
