import { fetched } from '../../shell/fetched.ts';
import type { RequirementsDrawingProps } from './requirements-drawing.tsx';

/** The drawing of how tables go by each other, fetched when it is asked for. */
export const requirementsChunk = fetched<RequirementsDrawingProps>(
  async () => (await import('./requirements-drawing.tsx')).RequirementsDrawing,
);
