import { ActionIcon, FileButton, Menu } from '@mantine/core';
import { IconDownload, IconFile, IconSitemap, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import { asAnotherFlow, type DraftContent } from '../../definitions/flow/draft.ts';
import acts from '../cases/acts/acts.module.css';
import forms from '../inbox/task-form.module.css';
import { FLOW_FILES, keepBpmnFile, keepFlowFile } from '../flows/flow-files.ts';
import { ImportDialog } from '../flows/import-dialog.tsx';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { words } from '../shell/words.ts';
import type { Desk } from './desk.ts';

/** The draft as a file, and a file into the draft. */
export function FileMenu({
  desk,
  content,
  activities,
}: {
  readonly desk: Desk;
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
}): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const choose = useRef<HTMLButtonElement | null>(null);
  const { flowFiles } = words;
  return (
    <>
      <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={flowFiles.menu}>
            <IconFile size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => void keepFlowFile(content)}
          >
            {flowFiles.exportIt}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconSitemap size={16} aria-hidden />}
            onClick={() => void keepBpmnFile(content)}
          >
            {flowFiles.exportBpmn}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUpload size={16} aria-hidden />}
            onClick={() => choose.current?.click()}
          >
            {flowFiles.importHere}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FileButton accept={FLOW_FILES} onChange={setFile}>
        {({ onClick }) => (
          <button ref={choose} type="button" hidden onClick={onClick}>
            {flowFiles.importHere}
          </button>
        )}
      </FileButton>
      <ImportDialog file={file} activities={activities} onFile={setFile} onClose={() => setFile(null)}>
        {(brought, { name }) => (
          <form
            className={forms['form']}
            onSubmit={(event) => {
              event.preventDefault();
              // The flow keeps its id and name: what knows it by them goes on knowing it.
              const { id, name: called } = content.flow;
              desk.do(flowFiles.intoDid(name), () => asAnotherFlow(brought, { id, name: called }));
              setFile(null);
            }}
          >
            <p className={acts['happens']}>{flowFiles.intoHappens}</p>
            <DialogEnd go={flowFiles.intoGo} onClose={() => setFile(null)} />
          </form>
        )}
      </ImportDialog>
    </>
  );
}
