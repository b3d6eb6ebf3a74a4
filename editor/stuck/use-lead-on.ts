import { notifications } from '@mantine/notifications';
import type { Resolution } from '../../definitions/model/stuck.ts';
import { carryOut } from '../shell/carry-out.ts';
import { words } from '../shell/words.ts';
import { useResolve, useResolveGroup } from './stuck-questions.ts';
import type { Stuck } from './ways-out.tsx';

/** Leads one case on, or begins to lead a group on; says what came of it, and calls `onDone`. */
export function useLeadOn(
  stuck: Stuck,
  onDone: () => void,
): {
  readonly isPending: boolean;
  readonly error: unknown;
  leadOn(resolution: Resolution, why: string): void;
} {
  const one = useResolve();
  const group = useResolveGroup();
  const say = (message: string, isGood: boolean): void =>
    void notifications.show({
      message,
      ...(isGood ? { color: 'accent' } : { color: 'red', autoClose: false }),
    });
  return {
    isPending: one.isPending || group.isPending,
    error: one.error ?? group.error,
    leadOn(resolution, why) {
      if (stuck.what === 'group') {
        const { kind, code, flow, node } = stuck.group;
        carryOut(
          group,
          { group: { kind, code, flow, node }, resolution, why },
          {
            onSuccess: ({ total }) => {
              say(words.stuck.acts.begun(total), true);
              onDone();
            },
          },
        );
        return;
      }
      carryOut(
        one,
        { incidents: [stuck.example.id], why, ...resolution },
        {
          onSuccess: ({ resolved, refused }) => {
            if (resolved.length > 0) say(words.stuck.resolved(resolved.length), true);
            const reason = refused[0]?.reason;
            if (reason !== undefined) say(words.stuck.refused(refused.length, reason), false);
            onDone();
          },
        },
      );
    },
  };
}
