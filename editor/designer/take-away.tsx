import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { Edit } from '../../definitions/edit/edit.ts';
import { drawingWords } from '../shell/drawing-words.ts';

/** Takes edits out of this browser as JSON: to the clipboard, or into a file. */
export function TakeAway({
  edits,
  name,
}: {
  readonly edits: readonly Edit[];
  readonly name: string;
}): ReactNode {
  const { session } = drawingWords;
  const text = (): string => JSON.stringify({ flow: name, edits }, null, 2);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() =>
          void navigator.clipboard
            .writeText(text())
            .then(() => notifications.show({ message: session.copied, color: 'accent' }))
            .catch(() => save(text(), name))
        }
      >
        {session.copy}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => save(text(), name)}>
        {session.saveFile}
      </Button>
    </>
  );
}

function save(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${name}-edits.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
