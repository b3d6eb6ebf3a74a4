import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import type { Change } from '../../definitions/edit/change.ts';
import { difference } from '../../definitions/edit/difference.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';

/** What is asked of the worker that checks: a draft, whole or by what it is more than that of the last turn, and what workers offer. */
export interface CheckQuestion {
  readonly turn: number;
  readonly draft: { readonly content: DraftContent } | { readonly changes: readonly Change[] };
  readonly activities: Readonly<Record<string, ActivityContract>>;
}

/** What is wrong with the draft of the question of that turn; null: it has to be told whole. */
export interface CheckAnswer {
  readonly turn: number;
  readonly issues: readonly Issue[] | null;
}

interface Asked {
  readonly turn: number;
  readonly content: DraftContent;
  readonly activities: CheckQuestion['activities'];
}

/**
 * Asks a worker of its own what is wrong, the newest draft only: what came meanwhile is asked once it is free. The
 * worker is told what changed, so that what did not stays the same there, and is not worked out anew.
 */
export class Checking {
  readonly #worker: Worker;
  #turn = 0;
  #underWay: Asked | null = null;
  #waiting: Asked | null = null;
  /** What the worker has. */
  #told: DraftContent | null = null;

  constructor(heard: (issues: readonly Issue[]) => void) {
    this.#worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data: { turn, issues } }: MessageEvent<CheckAnswer>) => {
      const asked = this.#underWay;
      this.#underWay = null;
      if (issues === null) this.#told = null;
      else if (turn === this.#turn) heard(issues);
      const next = this.#waiting ?? (issues === null ? asked : null);
      if (next !== null) this.#send(next);
    };
  }

  ask(content: DraftContent, activities: CheckQuestion['activities']): void {
    this.#turn += 1;
    const asked = { turn: this.#turn, content, activities };
    if (this.#underWay !== null) this.#waiting = asked;
    else this.#send(asked);
  }

  end(): void {
    this.#worker.terminate();
  }

  #send(asked: Asked): void {
    const { turn, content, activities } = asked;
    const draft = this.#told === null ? { content } : { changes: difference(this.#told, content) };
    this.#waiting = null;
    this.#underWay = asked;
    this.#told = content;
    const question: CheckQuestion = { turn, draft, activities };
    this.#worker.postMessage(question);
  }
}
