import { explainInputs } from '../../../definitions/decision/explain-inputs.ts';
import type { ExplainAsk } from './told-decision.ts';

/** Tells a large decision again beside the page: reading thousands of rows takes its time. */
self.onmessage = ({ data: { table, inputs, now } }: MessageEvent<ExplainAsk>) => {
  self.postMessage(explainInputs(table, inputs, now));
};
