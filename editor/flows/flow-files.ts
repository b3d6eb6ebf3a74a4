import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { LeftOut } from '../../definitions/flow/bpmn/left-out.ts';
import type { FlowFileIssue } from '../../definitions/flow/file/read-flow-file.ts';
import { keepFile } from '../shell/keep-file.ts';

/** The files that a flow is taken from. */
export const FLOW_FILES = '.json,application/json,.bpmn,.xml';

export type ReadFlow =
  | { readonly content: DraftContent; readonly leftOut: readonly LeftOut[] }
  | { readonly issues: readonly FlowFileIssue[] };

/** Reads a flow from a file of ours or from BPMN; one that is too large is not looked into. */
export async function readFlowFrom(file: File): Promise<ReadFlow> {
  const { readFlowFile, MOST_FLOW_FILE_CHARACTERS, TOO_LARGE } =
    await import('../../definitions/flow/file/read-flow-file.ts');
  // A character takes four bytes at most.
  if (file.size > 4 * MOST_FLOW_FILE_CHARACTERS)
    return { issues: [{ message: TOO_LARGE[0], whatToDo: TOO_LARGE[1] }] };
  const text = await file.text();
  if (/^\uFEFF?\s*</.test(text)) {
    const { readBpmn } = await import('../../definitions/flow/bpmn/read-bpmn.ts');
    return readBpmn(text);
  }
  const reading = readFlowFile(text);
  return 'issues' in reading ? reading : { ...reading, leftOut: [] };
}

/** Has the browser keep a flow with all that belongs to it, as a file. */
export async function keepFlowFile(content: DraftContent): Promise<void> {
  const { formatFlowFile } = await import('../../definitions/flow/file/format-flow-file.ts');
  const file = new Blob([formatFlowFile(content)], { type: 'application/json' });
  keepFile(file, `${content.flow.id}.flow.json`);
}

/** The same as BPMN, with its drawing. */
export async function keepBpmnFile(content: DraftContent): Promise<void> {
  const { bpmnOf } = await import('../../definitions/flow/bpmn/write-bpmn.ts');
  keepFile(new Blob([await bpmnOf(content)], { type: 'application/xml' }), `${content.flow.id}.bpmn`);
}
