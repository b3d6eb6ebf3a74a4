import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Resolution } from '../../definitions/model/stuck.ts';
import { words } from '../shell/words.ts';
import { ResolveForm } from './resolve-form.tsx';
import type { Stuck } from './ways-out.tsx';

/** Asks what a way out needs, and why, for how many cases. */
export function ResolveDialog({
  way,
  stuck,
  onClose,
}: {
  /** Null: nothing is asked. */
  readonly way: Resolution['way'] | null;
  readonly stuck: Stuck;
  readonly onClose: () => void;
}): ReactNode {
  const count = stuck.what === 'one' ? 1 : stuck.group.count;
  return (
    <Modal
      opened={way !== null}
      onClose={onClose}
      title={way === null ? '' : `${words.stuck.titles[way]} · ${words.stuck.count(count)}`}
    >
      {way === null ? null : <ResolveForm way={way} stuck={stuck} onClose={onClose} />}
    </Modal>
  );
}
