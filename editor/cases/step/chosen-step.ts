import { useSearchParams } from 'react-router';
import { CALLED } from '../../shell/seen-when-called.ts';

/** Which step of which flow is opened on the page of a case; all of it stands in the address. */
export interface ChosenStep {
  readonly flow: string | null;
  readonly step: string | null;
  /** A number of the trail: which time of several. */
  readonly at: number | null;
  readonly isWhole: boolean;
  choose(part: Choice): void;
}

/** Null takes a part out of the address; what is not named stays. */
export interface Choice {
  readonly flow?: string | null;
  readonly step?: string | null;
  readonly at?: number | null;
  readonly view?: 'whole' | null;
  readonly isCalled?: boolean;
}

export function useChosenStep(): ChosenStep {
  const [search, setSearch] = useSearchParams();
  const at = Number(search.get('at') ?? Number.NaN);
  return {
    flow: search.get('flow'),
    step: search.get('step'),
    at: Number.isInteger(at) ? at : null,
    isWhole: search.get('view') === 'whole',
    choose({ isCalled = false, ...parts }) {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(parts)) {
            if (value === null) next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: true, state: isCalled ? CALLED : null },
      );
    },
  };
}
