import { ApiProblem } from '../../shell/problem.ts';
import { drawingWords } from '../../shell/drawing-words.ts';

/** How what was done stands: at the server, on its way, kept in this browser until it answers, or held up by something. */
export type Standing =
  | { readonly is: 'saved' | 'saving' | 'offline' }
  | {
      readonly is: 'held';
      readonly sentence: string;
      readonly whatToDo: string;
      /** The draft is not there any more: nothing will be sent. */
      readonly isGone: boolean;
    };

/** What follows from a call that failed. */
export type Failure =
  /** Tried again by itself, later and later. */
  | { readonly is: 'away' }
  | { readonly is: 'held'; readonly standing: Standing }
  /** One of the edits that were sent is not taken, or they are too much at once. */
  | { readonly is: 'edit'; readonly sentence: string };

/** What a failure means, by the API's code. What is no answer of the API's is a connection that failed. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiProblem)) return { is: 'away' };
  const { code, status, message, whatToDo } = error;
  const { session } = drawingWords;
  if (code === 'not signed in') return held(session.signedOut, session.signedOutToDo);
  if (code === 'not found') return held(session.gone, session.goneToDo, true);
  if (status === 413) return { is: 'edit', sentence: session.tooLarge };
  if (status === 400 || status === 422) return { is: 'edit', sentence: message };
  if (status === 403 || status === 409) return held(message, whatToDo);
  return { is: 'away' };
}

function held(sentence: string, whatToDo: string, isGone = false): Failure {
  return { is: 'held', standing: { is: 'held', sentence, whatToDo, isGone } };
}
