import { useState } from 'react';

/** A value while somebody types it: nothing of it is kept until they are done. */
export interface DraftValue {
  readonly typed: string;
  /** Why it was not kept when they were done; null: it was, or they are not. */
  readonly refusal: string | null;
  readonly type: (typed: string) => void;
  /** They are done. */
  readonly settle: () => void;
  /** They are done, and this is what they typed. */
  readonly settleAs: (typed: string) => void;
  /** Back to what is kept. */
  readonly drop: () => void;
}

interface Draft {
  readonly of: string;
  readonly typed: string;
  readonly refusal: string | null;
}

/** `keep` keeps a typed value, or says in a sentence why it cannot. A value that changes elsewhere ends the draft. */
export function useDraftValue(value: string, keep: (typed: string) => string | null): DraftValue {
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft !== null && draft.of === value ? draft : null;
  const settleAs = (typed: string): void => {
    const refusal = typed === value ? null : keep(typed);
    setDraft(refusal === null ? null : { of: value, typed, refusal });
  };
  return {
    typed: current?.typed ?? value,
    refusal: current?.refusal ?? null,
    type: (typed) => setDraft({ of: value, typed, refusal: null }),
    settle: () => current !== null && settleAs(current.typed),
    settleAs,
    drop: () => setDraft(null),
  };
}
