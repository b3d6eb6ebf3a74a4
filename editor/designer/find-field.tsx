import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Finds in the list of a panel. Escape empties it first, then closes the panel. */
export function FindField({
  label,
  wanted,
  autoFocus = false,
  onWanted,
  onClose,
}: {
  readonly label: string;
  readonly wanted: string;
  readonly autoFocus?: boolean;
  readonly onWanted: (wanted: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <TextInput
      autoFocus={autoFocus}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={wanted}
      onChange={(event) => onWanted(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (wanted === '') onClose();
        else onWanted('');
      }}
    />
  );
}
