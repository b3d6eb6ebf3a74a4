/** What can be wrong with a CRM, for whoever asks it. */
export type CrmTrouble =
  'down' | 'slow' | 'throttled' | 'refused' | 'wrong answer' | 'unreadable record' | 'not offered';

/**
 * What is to be thought of each trouble: what is said, whether the same question may be answered later, and whether
 * something may have been written all the same. No sentence holds what a CRM or a person wrote.
 */
const TROUBLES: {
  readonly [kind in CrmTrouble]: {
    readonly says: string;
    readonly retry: boolean;
    readonly happened: 'no' | 'perhaps';
  };
} = {
  down: { says: 'does not answer', retry: true, happened: 'perhaps' },
  slow: { says: 'took too long to answer', retry: true, happened: 'perhaps' },
  throttled: { says: 'takes no more questions just now', retry: true, happened: 'no' },
  refused: { says: 'refuses to answer: look at its key and its rights', retry: false, happened: 'no' },
  'wrong answer': { says: 'answered what nobody can read', retry: true, happened: 'perhaps' },
  'unreadable record': { says: 'has a record that nobody can read', retry: false, happened: 'no' },
  'not offered': { says: 'cannot do this', retry: false, happened: 'no' },
};

export interface CrmProblemDetails {
  /** What is said instead, after the CRM's name: words of ours alone, never what was asked or answered. */
  readonly says?: string;
  readonly happened?: 'no' | 'perhaps';
  /** How long the CRM wants to be left alone. */
  readonly retryAfterMs?: number;
}

/**
 * Why a CRM did not do what it was asked: `kind` to decide by, `sentence` to show. `retry` says whether trying again
 * later may help; `happened: 'no'` that nothing was written there.
 */
export class CrmProblem extends Error {
  override readonly name = 'CrmProblem';
  readonly crm: string;
  readonly kind: CrmTrouble;
  readonly sentence: string;
  readonly retry: boolean;
  readonly happened: 'no' | 'perhaps';
  readonly retryAfterMs: number | undefined;

  constructor(crm: string, kind: CrmTrouble, details: CrmProblemDetails = {}) {
    const sentence = `The customer system “${crm}” ${details.says ?? TROUBLES[kind].says}.`;
    super(sentence);
    this.crm = crm;
    this.kind = kind;
    this.sentence = sentence;
    this.retry = TROUBLES[kind].retry;
    this.happened = details.happened ?? TROUBLES[kind].happened;
    this.retryAfterMs = details.retryAfterMs;
  }
}
