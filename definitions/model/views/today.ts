/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/today | ?since= (ISO 8601; absent: everything) | Today |
 */
import type { BrokenStep } from '../case.ts';

/**
 * How the work goes. All numbers are kept as cases change, so asking is cheap. `waiting`, `stuck` and `begin` tell of
 * all cases as they stand now; everything else of the cases that opened since `since`. A case opens when its first
 * mention is received; one that comes in as history, when that mention was said.
 */
export interface Today {
  /**
   * From when on it is counted, the half hour before what was asked about. Null: everything is counted; because nothing
   * else was asked about, because nothing was heard since, or because it is more than nine days ago.
   */
  readonly since: string | null;
  /** The drawing that new cases take; null while none is live. */
  readonly flow: {
    readonly id: string;
    readonly name: string;
    readonly hash: string;
    readonly number: number;
  } | null;
  readonly funnel: Funnel;
  /**
   * Which of the company's own steps broke, most often first: cases that need an answer, by step; without those where
   * none broke or nobody can tell yet. `share` is of all that are counted here, from 0 to 1.
   */
  readonly broken: readonly { readonly step: BrokenStep; readonly cases: number; readonly share: number }[];
  /** Steps of the live drawing at which cases stand. A step of a called flow counts for the step that calls it. */
  readonly steps: readonly StepCount[];
  /** Cases whose run has not begun yet, or has not come to rest since it began. */
  readonly begin: number;
  /** How cases ended, by outcome. */
  readonly ends: readonly { readonly outcome: string; readonly cases: number }[];
}

export interface StepCount {
  readonly node: string;
  /** Cases that stand here and go on by themselves, by a person or in time. */
  readonly waiting: number;
  /** Cases that stand here and cannot go on alone. */
  readonly stuck: number;
}

/** What became of what was heard. */
export interface Funnel {
  /** Mentions that customers and others made; what the company said is not among them. */
  readonly heard: number;
  /** Cases that they opened. */
  readonly cases: number;
  /** Cases that were found to be noise. */
  readonly noise: number;
  /** Cases that were read and found to be neither noise nor praise; not those that go on in another case. */
  readonly needAnswer: number;
  /**
   * Of those that need an answer: the company has given one, through Earshot or elsewhere. Thanks, and the question
   * whether it is put right, are none.
   */
  readonly answered: number;
  /** Of those that were answered: the customer wrote again after the first answer. */
  readonly conversation: number;
  /** Of those that need an answer: ended as put right. */
  readonly putRight: number;
}
