import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { FlowRow } from '../../definitions/model/views/flow.ts';
import { carryOut } from '../shell/carry-out.ts';
import { ApiProblem } from '../shell/problem.ts';
import { words } from '../shell/words.ts';
import { useBringFlowBack } from './flow-act-questions.ts';

/** Brings a flow back from the archive, with one click. */
export function BringBack({ flow }: { readonly flow: FlowRow }): ReactNode {
  const bringBack = useBringFlowBack(flow.id);
  const say = (message: string): void => void notifications.show({ message, color: 'accent' });
  return (
    <Button
      variant="default"
      loading={bringBack.isPending}
      onClick={() =>
        carryOut(bringBack, undefined, {
          onSuccess: () => say(words.flowActs.broughtBack),
          onError: (error) => {
            if (error instanceof ApiProblem) say(`${error.message} ${error.whatToDo}`);
          },
        })
      }
    >
      {words.flowActs.bringBack}
    </Button>
  );
}
