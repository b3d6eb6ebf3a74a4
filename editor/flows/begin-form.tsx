import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../shell/carry-out.ts';
import { words } from '../shell/words.ts';
import { useBeginFlow, type CopyOf } from './flow-act-questions.ts';
import { NameForm } from './name-form.tsx';

/** Asks the name of a new flow, begins it, and opens the draft. With `copy` it is one of another flow. */
export function BeginForm({
  copy,
  onClose,
}: {
  readonly copy?: { readonly name: string; readonly of: CopyOf };
  readonly onClose: () => void;
}): ReactNode {
  const begin = useBeginFlow();
  const navigate = useNavigate();
  const { flowActs } = words;
  return (
    <NameForm
      happens={copy === undefined ? flowActs.beginHappens : flowActs.copyHappens}
      go={copy === undefined ? flowActs.beginGo : flowActs.copyGo}
      proposed={copy === undefined ? '' : flowActs.copyName(copy.name)}
      act={begin}
      onSend={(name) =>
        carryOut(begin, copy === undefined ? { name } : { name, copyOf: copy.of }, {
          onSuccess: ({ flowId }) => {
            onClose();
            void navigate(`/flows/${encodeURIComponent(flowId)}`);
          },
        })
      }
      onClose={onClose}
    />
  );
}
