import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from './words.ts';

/** Asks why somebody does what they are about to do; it goes into the record. */
export function WhyField({
  why,
  isMissing,
  onChange,
}: {
  readonly why: string;
  readonly isMissing: boolean;
  readonly onChange: (why: string) => void;
}): ReactNode {
  return (
    <Textarea
      label={words.acts.why}
      description={words.acts.whyHelp}
      withAsterisk
      autosize
      minRows={2}
      maxRows={6}
      maxLength={2000}
      value={why}
      error={isMissing && why.trim() === '' ? words.acts.whyMissing : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
