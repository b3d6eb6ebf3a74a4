import { writeFileSync } from 'node:fs';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { formatFlowFile } from '../../definitions/flow/file/format-flow-file.ts';
import { isBpmnFile } from './bpmn-file.ts';
import { CallerProblem } from './caller-problem.ts';
import { readDrawing } from './read-drawing.ts';
import { refuseToOverwrite } from './refuse-to-overwrite.ts';

/** Writes a flow with all that belongs to it into a BPMN file, or that of a BPMN file into a flow file. */
export async function runFlowConversion(
  from: string,
  to: string,
  { force, json }: { readonly force: true | undefined; readonly json: true | undefined },
): Promise<void> {
  if (!isBpmnFile(to) && !/\.json$/i.test(to))
    throw new CallerProblem(
      'no such format',
      `A flow cannot be kept in ${to}`,
      'end its name in .json or .bpmn',
    );
  refuseToOverwrite(to, force);
  const { flow, flows, ...parts } = await readDrawing(from);
  const called = Object.fromEntries(Object.entries(flows).filter(([id]) => id !== flow.id));
  const content: DraftContent = { flow, called, ...parts };
  writeFileSync(to, await written(content, to));
  process.stdout.write(
    json === true
      ? `${JSON.stringify({ written: true, flow: flow.id })}\n`
      : `${flow.name}: ${flow.nodes.length} steps written into ${to}.\n`,
  );
}

async function written(content: DraftContent, to: string): Promise<string> {
  if (!isBpmnFile(to)) return formatFlowFile(content);
  const { bpmnOf } = await import('../../definitions/flow/bpmn/write-bpmn.ts');
  return bpmnOf(content);
}
