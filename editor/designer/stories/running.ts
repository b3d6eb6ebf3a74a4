import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { FoundStart, RoundNews, StepExample, Target } from './story-run.ts';

export interface Drafted {
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
}

/** What the worker that runs stories is asked; of a question that a newer one overtakes it may answer nothing. */
export type StoriesQuestion =
  | ({ readonly ask: 'run'; readonly turn: number } & Drafted)
  | {
      readonly ask: 'example';
      readonly turn: number;
      readonly at: { readonly flow: string; readonly node: string };
    }
  | { readonly ask: 'start'; readonly turn: number; readonly target: Target };

export type StoriesAnswer =
  | ({ readonly of: 'run'; readonly turn: number } & RoundNews)
  | { readonly of: 'example'; readonly turn: number; readonly example: StepExample | null }
  | { readonly of: 'start'; readonly turn: number; readonly found: FoundStart | null };

/** Who is told what the worker says. */
export interface StoriesHeard {
  readonly news: (drafted: Drafted, news: RoundNews) => void;
  /** The worker is of no use: nothing more will come. */
  readonly broken: () => void;
}

/** Runs the stories of a draft in a worker of its own, the newest draft only. */
export class RunningStories {
  readonly #worker: Worker;
  readonly #open = new Map<number, (answer: StoriesAnswer | null) => void>();
  #turn = 0;
  #running: { readonly turn: number; readonly drafted: Drafted } | null = null;

  constructor(heard: StoriesHeard) {
    this.#worker = new Worker(new URL('./stories-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<StoriesAnswer>) => {
      if (data.of !== 'run') this.#settle(data.turn, data);
      else if (this.#running?.turn === data.turn) heard.news(this.#running.drafted, data);
    };
    this.#worker.onerror = () => {
      for (const turn of [...this.#open.keys()]) this.#settle(turn, null);
      heard.broken();
    };
  }

  run(drafted: Drafted): void {
    const turn = this.#next();
    this.#running = { turn, drafted };
    this.#send({ ask: 'run', turn, ...drafted });
  }

  /** What the flow of a step knew when a story first came to it; null: none does. */
  async exampleAt(at: { readonly flow: string; readonly node: string }): Promise<StepExample | null> {
    const answer = await this.#ask({ ask: 'example', turn: this.#next(), at });
    return answer?.of === 'example' ? answer.example : null;
  }

  /** A story that leads to a target, or near it; null: none is known. */
  async startFor(target: Target): Promise<FoundStart | null> {
    const answer = await this.#ask({ ask: 'start', turn: this.#next(), target });
    return answer?.of === 'start' ? answer.found : null;
  }

  end(): void {
    this.#worker.terminate();
    for (const turn of [...this.#open.keys()]) this.#settle(turn, null);
  }

  #ask(question: StoriesQuestion): Promise<StoriesAnswer | null> {
    return new Promise((resolve) => {
      this.#open.set(question.turn, resolve);
      this.#send(question);
    });
  }

  #settle(turn: number, answer: StoriesAnswer | null): void {
    this.#open.get(turn)?.(answer);
    this.#open.delete(turn);
  }

  #next(): number {
    this.#turn += 1;
    return this.#turn;
  }

  #send(question: StoriesQuestion): void {
    this.#worker.postMessage(question);
  }
}
