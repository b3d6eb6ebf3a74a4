/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/calls/choices | | CallChoices |
 * | POST /api/calls | LoggedCall | 201 CallReceipt; the same `key` again is the same call |
 */
import type { ChannelView } from './mention.ts';

/** What there is to choose from when somebody writes down what was said to them. */
export interface CallChoices {
  /** Where people talk to the company in person: by phone, in a shop, in a chat. */
  readonly ways: readonly Pick<ChannelView, 'name' | 'kind'>[];
  readonly brands: readonly string[];
  readonly regions: readonly string[];
}

/** What somebody said by phone, in a shop or in a chat, as a colleague wrote it down. */
export interface LoggedCall {
  /** Made by the page, so that sending twice is once. */
  readonly key: string;
  /** Name of one of `CallChoices.ways`. */
  readonly channel: string;
  /** At least one of them. */
  readonly who: {
    readonly name?: string;
    readonly phone?: string;
    readonly email?: string;
    readonly accountNumber?: string;
  };
  readonly said: string;
  /** When, ISO 8601 with zone. */
  readonly at: string;
  readonly brand?: string;
  readonly region?: string;
}

export type CallReceipt = { readonly mentionId: string; readonly caseId: string };
