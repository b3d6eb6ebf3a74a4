import { useCallback, useEffect, useRef, useState } from 'react';
import type { IssueCode } from '../../../definitions/check/issue.ts';
import { ApiProblem, isProblem } from '../../shell/problem.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import { publishDraft, whatBecameOf, type WantedDraft } from './publish-calls.ts';

/** How publishing stands. */
export type Publishing =
  | { readonly is: 'not begun' | 'under way' }
  /** The connection was lost on the way: the server is asked what became of it. */
  | { readonly is: 'asking' }
  | {
      readonly is: 'refused';
      readonly sentence: string;
      readonly whatToDo: string;
      readonly isStale: boolean;
      /** Stories of the flow that come out otherwise than they should: it can be published all the same. */
      readonly stories: readonly string[];
    }
  /** The draft is gone: nobody can publish it any more. */
  | { readonly is: 'gone'; readonly sentence: string; readonly whatToDo: string }
  /** It waits for the approval of another person. */
  | { readonly is: 'held' }
  | { readonly is: 'done'; readonly number: number; readonly areStories: boolean };

const ASK_AGAIN_MS = 1_500;

/** How publishing a draft stands, and how it is begun. */
export interface Publisher {
  readonly publishing: Publishing;
  /** `anyway`: although stories come out otherwise than they should. */
  publish(version: number, why: string, anyway: boolean): void;
  /** Forgets a refusal. */
  again(): void;
}

/**
 * Publishes a draft, once: whatever happens on the way, the server is asked before anything is said or sent again.
 * `isGone`: the draft is not there any more, and nobody here has published it.
 */
export function usePublish(
  draft: Omit<WantedDraft, 'version'>,
  { me, isGone }: { readonly me: string; readonly isGone: boolean },
): Publisher {
  const { flowId, born } = draft;
  const [publishing, setPublishing] = useState<Publishing>({ is: 'not begun' });
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const say = useCallback((next: Publishing): void => {
    if (isHere.current) setPublishing(next);
  }, []);
  const askWhatBecame = useCallback(
    async (ifStillThere: Publishing): Promise<void> => {
      say({ is: 'asking' });
      while (isHere.current) {
        try {
          return say((await whatItCameTo({ flowId, born }, me)) ?? ifStillThere);
        } catch (error) {
          if (!isProblem(error, 'unreachable')) return say(refusedBy(error));
          await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
        }
      }
    },
    [flowId, born, me, say],
  );
  const send = async (version: number, why: string, anyway: boolean): Promise<void> => {
    say({ is: 'under way' });
    try {
      const answer = await publishDraft({ flowId, born, version }, why, anyway);
      if ('held' in answer) say({ is: 'held' });
      else say({ is: 'done', number: answer.number, areStories: answer.became === 'stories' });
    } catch (error) {
      // The answer was lost, or the draft is gone: what became of it is for the server to say.
      if (isProblem(error, 'unreachable')) await askWhatBecame(NOT_DONE);
      else if (isProblem(error, 'conflict') || isProblem(error, 'not found'))
        await askWhatBecame(refusedBy(error));
      else say(refusedBy(error));
    }
  };
  const isIdle = publishing.is === 'not begun' || publishing.is === 'refused';
  useEffect(() => {
    if (isGone && isIdle) void askWhatBecame({ is: 'not begun' });
  }, [isGone, isIdle, askWhatBecame]);
  return {
    publishing,
    publish: (version, why, anyway) => void send(version, why, anyway),
    again: () => setPublishing({ is: 'not begun' }),
  };
}

const NOT_DONE: Publishing = {
  is: 'refused',
  sentence: drawingWords.publish.notDone,
  whatToDo: drawingWords.publish.notDoneToDo,
  isStale: false,
  stories: [],
};

/** What became of a draft, as it is said to who wanted to publish it; null: it is still there. */
async function whatItCameTo(draft: Omit<WantedDraft, 'version'>, me: string): Promise<Publishing | null> {
  const { publish } = drawingWords;
  const became = await whatBecameOf(draft);
  if (became.is === 'still there') return became.waitsFor === me ? { is: 'held' } : null;
  if (became.is === 'thrown away')
    return { is: 'gone', sentence: publish.discarded, whatToDo: publish.discardedToDo };
  const areStories = became.is === 'told';
  const { by, number } = areStories ? became.stories : became.release;
  if (by.id === me) return { is: 'done', number, areStories };
  const name = by.name === '' ? publish.somebody : by.name;
  const sentence = areStories ? publish.storiesByOther(name, number) : publish.byOther(name, number);
  return { is: 'gone', sentence, whatToDo: publish.byOtherToDo };
}

function refusedBy(error: unknown): Publishing {
  const { message, whatToDo, issues } =
    error instanceof ApiProblem
      ? error
      : { message: words.failures.unknown, whatToDo: words.failures.unknownToDo, issues: [] };
  const stories = issues.flatMap((issue) => (ofStory(issue['code']) ? [String(issue['message'])] : []));
  const { publish } = drawingWords;
  return stories.length === 0
    ? { is: 'refused', sentence: message, whatToDo, isStale: isProblem(error, 'stale'), stories }
    : { is: 'refused', sentence: publish.stories, whatToDo: publish.storiesToDo, isStale: false, stories };
}

function ofStory(code: unknown): boolean {
  const codes: readonly unknown[] = ['scenario differs', 'scenario not run'] satisfies readonly IssueCode[];
  return codes.includes(code);
}
