import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { Publishing } from './use-publish.ts';

/** Once a draft is published it says so, and leads to its flow; or to where it waits for approval. */
export function useLeadToFlow(publishing: Publishing, flowId: string, takesCases: boolean): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const number = publishing.is === 'done' ? publishing.number : null;
  const areStories = publishing.is === 'done' && publishing.areStories;
  const isHeld = publishing.is === 'held';
  useEffect(() => {
    if (number === null && !isHeld) return;
    const { publish, approval } = drawingWords;
    void client.invalidateQueries({ queryKey: ['flows'] });
    void client.invalidateQueries({ queryKey: ['today'] });
    const said =
      number === null
        ? { title: approval.heldNow, message: approval.heldNowText }
        : areStories
          ? { title: publish.doneStories(number), message: publish.doneStoriesText }
          : {
              title: publish.done(number),
              message: takesCases ? publish.doneNewCases : publish.doneNoCases,
            };
    // The flow may be heard of while this is said.
    notifications.show({ id: `published ${flowId} ${number ?? 'held'}`, color: 'accent', ...said });
    void navigate(`/flows/${encodeURIComponent(flowId)}${isHeld ? '/approval' : ''}`, { replace: true });
  }, [number, areStories, isHeld, client, navigate, flowId, takesCases]);
}
