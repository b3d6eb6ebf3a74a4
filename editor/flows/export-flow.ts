import { notifications } from '@mantine/notifications';
import { contentOf } from '../../definitions/flow/draft.ts';
import type { DraftContentView, FlowRow, RevisionView } from '../../definitions/model/views/flow.ts';
import { ask } from '../shell/api.ts';
import { ApiProblem } from '../shell/problem.ts';
import { words } from '../shell/words.ts';
import type { CopyOf } from './flow-act-questions.ts';
import { keepFlowFile } from './flow-files.ts';

/** Has the browser keep a revision of a flow or its draft as a file; says so if it cannot be had. */
export function exportFlow(flow: FlowRow, of: CopyOf, keep = keepFlowFile): void {
  contentAt(flow.id, of)
    .then(keep)
    .catch((error: unknown) =>
      notifications.show({
        title: words.flowFiles.exportFailed,
        message:
          error instanceof ApiProblem ? `${error.message} ${error.whatToDo}` : words.failures.unknownToDo,
        color: 'red',
      }),
    );
}

async function contentAt(flowId: string, of: CopyOf) {
  if ('draft' in of)
    return (await ask<DraftContentView>(`/flows/${encodeURIComponent(flowId)}/draft/content`)).content;
  return contentOf((await ask<RevisionView>(`/revisions/${of.revision}`)).revision);
}
