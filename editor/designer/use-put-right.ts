import { useCallbackRef } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Fix } from '../../definitions/check/fix.ts';
import { whenIdle } from '../shell/when-idle.ts';
import type { Desk } from './desk.ts';

const load = () => import('./commands/fixed.ts');

/**
 * Puts right what a check found in a flow. What reads a drawing anew for that is not needed to draw: it comes by itself,
 * once there is time, so that it is there also for who loses the connection.
 */
export function usePutRight(desk: Desk): (flowId: string, fix: Fix) => void {
  useEffect(() => whenIdle(() => load().catch(() => undefined)), []);
  return useCallbackRef((flowId: string, fix: Fix) => {
    void load().then(({ fixed }) => desk.do(fix.title, fixed(flowId, fix)));
  });
}
