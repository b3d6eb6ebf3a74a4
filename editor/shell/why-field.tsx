import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from './words.ts';

/** Asks why somebody does what they are about to do; it goes into the record. */
export function WhyField({
  why,
  isMissing,
  said = { label: words.acts.why, help: words.acts.whyHelp, missing: words.acts.whyMissing },
  onChange,
}: {
  readonly why: string;
  readonly isMissing: boolean;
  readonly said?: { readonly label: string; readonly help: string; readonly missing: string };
  readonly onChange: (why: string) => void;
}): ReactNode {
  return (
    <Textarea
      label={said.label}
      description={said.help}
      withAsterisk
      autosize
      minRows={2}
      maxRows={6}
      maxLength={2000}
      value={why}
      error={isMissing && why.trim() === '' ? said.missing : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
