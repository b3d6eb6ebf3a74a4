import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { DRAWERS } from '../../definitions/model/people.ts';
import { useActivities } from '../designer/designer-questions.ts';
import { carryOut } from '../shell/carry-out.ts';
import { useMay } from '../shell/session.tsx';
import { words } from '../shell/words.ts';
import { useBeginFlow } from './flow-act-questions.ts';
import { FLOW_FILES } from './flow-files.ts';
import { ImportDialog } from './import-dialog.tsx';
import { NameForm } from './name-form.tsx';

/** Begins a new flow with what a file holds, by those who may. */
export function ImportFlow(): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const mayDraw = useMay(DRAWERS);
  const contracts = useActivities(mayDraw).data;
  const activities = useMemo(
    () => Object.fromEntries((contracts ?? []).map((contract) => [contract.name, contract])),
    [contracts],
  );
  if (!mayDraw) return null;
  const close = (): void => setFile(null);
  return (
    <>
      <FileButton accept={FLOW_FILES} onChange={setFile}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
            {words.flowFiles.importIt}
          </Button>
        )}
      </FileButton>
      <ImportDialog file={file} activities={activities} onFile={setFile} onClose={close}>
        {(content) => <Begin content={content} onClose={close} />}
      </ImportDialog>
    </>
  );
}

function Begin({
  content,
  onClose,
}: {
  readonly content: DraftContent;
  readonly onClose: () => void;
}): ReactNode {
  const begin = useBeginFlow();
  const navigate = useNavigate();
  return (
    <NameForm
      happens={words.flowFiles.beginHappens}
      go={words.flowFiles.beginGo}
      proposed={content.flow.name}
      act={begin}
      onSend={(name) =>
        carryOut(
          begin,
          { name, content },
          {
            onSuccess: ({ flowId }) => {
              onClose();
              void navigate(`/flows/${encodeURIComponent(flowId)}/draft`);
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
