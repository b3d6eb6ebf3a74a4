import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconCopy,
  IconDots,
  IconDownload,
  IconPencil,
  IconRocket,
  IconRoute,
  IconSitemap,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { DRAWERS } from '../../definitions/model/people.ts';
import type { FlowRow } from '../../definitions/model/views/flow.ts';
import { ActDialog } from '../cases/acts/act-dialog.tsx';
import { useMay } from '../shell/session.tsx';
import { words } from '../shell/words.ts';
import { BeginForm } from './begin-form.tsx';
import { BringBack } from './bring-back.tsx';
import { DiscardForm, RenameForm } from './draft-forms.tsx';
import { exportFlow } from './export-flow.ts';
import type { CopyOf } from './flow-act-questions.ts';
import { keepBpmnFile } from './flow-files.ts';
import { ArchiveForm, TakeCasesForm } from './standing-forms.tsx';

type FlowAct = 'rename' | 'copy' | 'takeCases' | 'archive' | 'discard';

const ICONS: Record<FlowAct, Icon> = {
  rename: IconPencil,
  copy: IconCopy,
  takeCases: IconRoute,
  archive: IconArchive,
  discard: IconTrash,
};

/** What can be done with a whole flow, by those who may: a menu, and a dialog for each act. */
export function FlowActs({
  flow,
  shown,
}: {
  readonly flow: FlowRow;
  /** What is looked at, and would be copied; default: what stands for the flow. */
  readonly shown?: CopyOf;
}): ReactNode {
  const [open, setOpen] = useState<FlowAct | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // What had the focus when a dialog opened was the menu, which is gone.
  const close = (): void => {
    setOpen(null);
    opener.current?.focus();
  };
  if (!useMay(DRAWERS)) return null;
  if (flow.archived !== null) return <BringBack flow={flow} />;
  const acts = actsWith(flow);
  return (
    <>
      <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <ActionIcon
            ref={opener}
            size={32}
            variant="subtle"
            color="var(--soft)"
            aria-label={words.flowActs.menu(flow.name)}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {flow.draft === null ? null : (
            <Menu.Item
              leftSection={<IconRocket size={16} aria-hidden />}
              component={Link}
              to={`/flows/${encodeURIComponent(flow.id)}/draft/publish`}
            >
              {words.flows.publish}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => exportFlow(flow, shown ?? standsFor(flow))}
          >
            {words.flowFiles.exportIt}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconSitemap size={16} aria-hidden />}
            onClick={() => exportFlow(flow, shown ?? standsFor(flow), keepBpmnFile)}
          >
            {words.flowFiles.exportBpmn}
          </Menu.Item>
          {acts.map((act) => {
            const Sign = ICONS[act];
            return (
              <Menu.Item
                key={act}
                leftSection={<Sign size={16} aria-hidden />}
                {...(act === 'discard' ? { c: 'var(--bad)' } : {})}
                onClick={() => setOpen(act)}
              >
                {words.flowActs[act]}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {acts.map((act) => (
        <ActDialog key={act} title={titleOf(act, flow.name)} isOpen={open === act} onClose={close}>
          <FormOf act={act} flow={flow} copyOf={shown ?? standsFor(flow)} onClose={close} />
        </ActDialog>
      ))}
    </>
  );
}

function FormOf({
  act,
  flow,
  copyOf,
  onClose,
}: {
  readonly act: FlowAct;
  readonly flow: FlowRow;
  readonly copyOf: CopyOf;
  readonly onClose: () => void;
}): ReactNode {
  switch (act) {
    case 'copy':
      return <BeginForm copy={{ name: flow.name, of: copyOf }} onClose={onClose} />;
    case 'takeCases':
      return <TakeCasesForm flow={flow} onClose={onClose} />;
    case 'archive':
      return <ArchiveForm flow={flow} onClose={onClose} />;
    default: {
      if (flow.draft === null) return null;
      const Form = { rename: RenameForm, discard: DiscardForm }[act];
      return <Form draft={flow.draft} onClose={onClose} />;
    }
  }
}

function titleOf(act: FlowAct, name: string): string {
  return words.flowActs[`${act}Title`](name);
}

function actsWith({ draft, live, takesCases }: FlowRow): readonly FlowAct[] {
  return [
    ...(draft === null ? [] : (['rename'] as const)),
    'copy',
    ...(live === null || takesCases ? [] : (['takeCases'] as const)),
    'archive',
    ...(draft === null ? [] : (['discard'] as const)),
  ];
}

function standsFor({ id, live, newest }: FlowRow): CopyOf {
  const revision = live ?? newest;
  return revision === null ? { draft: id } : { revision: revision.hash };
}
