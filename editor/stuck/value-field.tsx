import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../shell/words.ts';

/** Where a corrected value, or what a skipped step should have answered, is typed. */
export function ValueField({
  way,
  type,
  typed,
  problem,
  onChange,
}: {
  readonly way: 'correct' | 'skip';
  readonly type: string;
  readonly typed: string;
  readonly problem: string | undefined;
  readonly onChange: (typed: string) => void;
}): ReactNode {
  const label = way === 'correct' ? words.stuck.newValue : words.stuck.skipValue;
  if (type === 'boolean') {
    return (
      <Select
        label={label}
        error={problem}
        data={[
          { value: 'true', label: words.cases.yes },
          { value: 'false', label: words.cases.no },
        ]}
        value={typed === '' ? null : typed}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  }
  return (
    <TextInput
      label={label}
      description={way === 'skip' ? words.stuck.skipHelp : undefined}
      error={problem}
      value={typed}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
