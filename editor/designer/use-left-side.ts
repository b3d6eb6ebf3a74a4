import { useState } from 'react';

/** What is shown left of the drawing beside what may be added to it. */
export interface LeftSideState {
  readonly shows: 'values' | 'stories' | null;
  /** The id of the story that is open. */
  readonly story: string | null;
  /** The case that a story is taken from; '': it is being chosen; null: none is wanted. */
  readonly fromCase: string | null;
  show(what: LeftSideState['shows']): void;
  /** Shows the stories with this one open. */
  openStory(id: string | null): void;
  takeFrom(caseId: string | null): void;
}

/** What an address asks for: `?case=…` for a story of that case. */
export function useLeftSide(search: URLSearchParams): LeftSideState {
  const [fromCase, takeFrom] = useState<string | null>(() => search.get('case'));
  const [shows, show] = useState<LeftSideState['shows']>(fromCase === null ? null : 'stories');
  const [story, setStory] = useState<string | null>(null);
  return {
    shows,
    story,
    fromCase,
    show,
    openStory(id) {
      setStory(id);
      if (id !== null) show('stories');
    },
    takeFrom,
  };
}
