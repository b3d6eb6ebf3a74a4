import { Button } from '@mantine/core';
import { IconPhonePlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { words } from '../shell/words.ts';

/** Leads to the form on which a call is written down. */
export function ToCallForm(): ReactNode {
  return (
    <Button
      component={Link}
      to="/calls/new"
      variant="default"
      leftSection={<IconPhonePlus size={16} aria-hidden />}
    >
      {words.calls.open}
    </Button>
  );
}
