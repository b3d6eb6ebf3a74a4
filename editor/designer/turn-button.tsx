import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

/** Takes back, or does again; its tooltip says what. */
export function TurnButton({
  label,
  of,
  as,
  onClick,
  children,
}: {
  readonly label: string;
  readonly of: string | undefined;
  readonly as: (of: string) => string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Tooltip label={of === undefined ? label : as(of)}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={of === undefined ? label : as(of)}
        disabled={of === undefined}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
