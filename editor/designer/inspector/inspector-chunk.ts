import { feelEditor } from '../../expressions/feel-field.tsx';
import { fetched } from '../../shell/fetched.ts';
import type { InspectorProps } from './inspector.tsx';

/** The panel of a step with the fields for its rules, fetched when the designer is opened. */
export const inspectorChunk = fetched<InspectorProps>(async () => {
  const [{ Inspector }] = await Promise.all([import('./inspector.tsx'), feelEditor.fetch()]);
  return Inspector;
});
