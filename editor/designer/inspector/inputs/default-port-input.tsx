import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { idFor } from '../../../../definitions/flow/flow-names.ts';
import { portsOf } from '../../../../definitions/flow/ports.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { useField, type InputProps } from '../field.ts';
import { GoesTo } from '../goes-to.tsx';
import { usePanel } from '../panel.ts';

const OWN = '…own';
const NONE = '…none';

/** Where a branch goes when no condition is true: a way of its own, one of the others, or nowhere. */
export function DefaultPortInput(input: InputProps): ReactNode {
  const field = useField(input);
  const { node } = usePanel();
  const { otherwise } = drawingWords.inspector;
  const value = typeof input.value === 'string' ? input.value : undefined;
  const ports = portsOf(node);
  const branches = ports.filter(({ what }) => what === 'branch');
  const isOwn = value !== undefined && !branches.some(({ port }) => port === value);
  const choose = (chosen: string | null): void => {
    if (chosen === null || chosen === (isOwn ? OWN : (value ?? NONE))) return;
    const taken = new Set(ports.map(({ port }) => port));
    field.keep(
      chosen === OWN ? idFor('otherwise', 'otherwise', taken) : chosen === NONE ? undefined : chosen,
    );
  };
  return (
    <>
      <Select
        label={input.label}
        error={field.isWrong}
        aria-errormessage={field.issuesId}
        allowDeselect={false}
        data={[
          { value: OWN, label: otherwise.own },
          ...branches.map(({ port, name }) => ({ value: port, label: otherwise.as(name) })),
          { value: NONE, label: otherwise.none },
        ]}
        value={isOwn ? OWN : (value ?? NONE)}
        onChange={choose}
      />
      {isOwn ? <GoesTo port={value} /> : null}
    </>
  );
}
