import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Told } from './told.ts';
import type { Trial } from './trial.ts';

/** What the worker that tells stories is asked: the draft when it is another one, and the trial. */
export interface TellQuestion {
  readonly turn: number;
  readonly draft: {
    readonly content: DraftContent;
    readonly activities: Readonly<Record<string, ActivityContract>>;
  } | null;
  readonly trial: Trial;
}

/** `told` is null where the draft cannot be tried at all. */
export interface TellAnswer {
  readonly turn: number;
  readonly told: Told | null;
}

/** Asks a worker of its own how a trial goes; only the answer to the latest question is heard. */
export class Telling {
  readonly #worker: Worker;
  #turn = 0;
  #content: DraftContent | null = null;
  #activities: Readonly<Record<string, ActivityContract>> | null = null;

  constructor(heard: (told: Told | null) => void) {
    this.#worker = new Worker(new URL('./trial-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<TellAnswer>) => {
      if (data.turn === this.#turn) heard(data.told);
    };
    this.#worker.onerror = () => heard(null);
  }

  ask(content: DraftContent, activities: Readonly<Record<string, ActivityContract>>, trial: Trial): void {
    this.#turn += 1;
    const isSame = content === this.#content && activities === this.#activities;
    this.#content = content;
    this.#activities = activities;
    const question: TellQuestion = {
      turn: this.#turn,
      draft: isSame ? null : { content, activities },
      trial,
    };
    this.#worker.postMessage(question);
  }

  end(): void {
    this.#worker.terminate();
  }
}
