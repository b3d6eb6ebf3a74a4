import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { WhoQuestion } from '../../definitions/model/views/who.ts';
import { ApiProblem, isProblem } from '../shell/problem.ts';
import { calledCustomer, calledWriter } from './called.ts';
import { inOrder } from './in-order.ts';
import { askAnew, countBy, sendAnswer, takeBack, useWhoList, type Answer } from './who-questions.ts';
import { whoWords } from './who-words.ts';

/** Fewer than so many at hand: the next are fetched. */
const FEW = 10;

/** The pairs that wait for an answer, one after the other. */
export interface Queue {
  readonly list: ReturnType<typeof useWhoList>;
  /** The two that are to be told apart now; null: there are none at hand. */
  readonly shown: WhoQuestion | null;
  /** How many are at hand, the shown ones with them. */
  readonly atHand: number;
  /** Answers given since the page was opened. */
  readonly given: number;
  /** What came of an answer, where that has to be said; '' where not. */
  readonly news: string;
  /** What was last said to be the same, and can be taken back. */
  readonly last: WhoQuestion | null;
  /** Answers on the way. */
  readonly underWay: number;
  answer(answer: Answer): void;
  takeLastBack(): void;
}

/**
 * The next pair is there at once: an answer goes out in the background, in the order given, and its pair is away until
 * it is known that the answer was not kept. Which pair is shown changes only by an answer to it, whoever gave it.
 */
export function useQueue(): Queue {
  const client = useQueryClient();
  const list = useWhoList();
  const [orderly] = useState(inOrder);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const [pinned, pin] = useState<string | null>(null);
  const [news, setNews] = useState('');
  const [last, setLast] = useState<WhoQuestion | null>(null);
  const [underWay, setUnderWay] = useState(0);
  const [given, setGiven] = useState(0);
  /** By the question that they answered. */
  const links = useRef(new Map<string, string>());

  const atHand = useMemo(
    () => (list.data?.pages ?? []).flatMap((page) => page.items).filter(({ eventId }) => !away.has(eventId)),
    [list.data, away],
  );
  const shown = atHand.find((one) => pairOf(one) === pinned) ?? atHand[0] ?? null;
  useSaidWhenGone(shown, pinned, pin, setNews);
  useFetchedAhead(list, atHand.length);

  const back = (of: WhoQuestion, news: string): void => {
    setAway((set) => new Set([...set].filter((id) => id !== of.eventId)));
    setGiven((count) => count - 1);
    setLast((same) => (same?.eventId === of.eventId ? null : same));
    countBy(client, 1);
    setNews(news);
  };

  return {
    list,
    shown,
    atHand: atHand.length,
    given,
    news,
    last,
    underWay,
    answer(answer) {
      if (shown === null) return;
      const next = atHand.find((one) => one !== shown);
      setAway((set) => new Set([...set, shown.eventId]));
      pin(next === undefined ? null : pairOf(next));
      setNews('');
      setGiven((count) => count + 1);
      if (answer === 'same') setLast(shown);
      countBy(client, -1);
      setUnderWay((count) => count + 1);
      orderly.add(async () => {
        try {
          const { linkId } = await sendAnswer(shown, answer);
          if (linkId !== null) links.current.set(shown.eventId, linkId);
        } catch (error) {
          if (!isProblem(error, 'stale')) back(shown, whoWords.putBack(calledWriter(shown), reasonOf(error)));
          else {
            setLast((same) => (same === shown ? null : same));
            setNews(whoWords.quicker(calledWriter(shown)));
          }
        }
        setUnderWay((count) => count - 1);
      });
    },
    takeLastBack() {
      if (last === null) return;
      setLast(null);
      orderly.add(async () => {
        const linkId = links.current.get(last.eventId);
        // It was not kept, which has been said.
        if (linkId === undefined) return;
        const wrote = calledWriter(last);
        try {
          await takeBack(linkId, whoWords.undoWhy);
          setGiven((count) => count - 1);
          await askAnew(client);
          pin(pairOf(last));
          setNews(whoWords.undone(wrote));
        } catch (error) {
          setNews(whoWords.notUndone(wrote, reasonOf(error)));
        }
      });
    },
  };
}

/** What was said of a pair, as one names it: '@jane' and 'Jane Roe'. */
export function lastText(last: WhoQuestion): string {
  return whoWords.lastSame(calledWriter(last), calledCustomer(last));
}

/** Two stay the same two when they are asked about anew. */
function pairOf({ profile, customer }: WhoQuestion): string {
  return `${profile.id} ${customer.id}`;
}

function reasonOf(error: unknown): string {
  return error instanceof ApiProblem ? `${error.message} ${error.whatToDo}` : whoWords.failed;
}

/** Keeps what is shown in place; where it went without an answer of this page, somebody was quicker, and that is said. */
function useSaidWhenGone(
  shown: WhoQuestion | null,
  pinned: string | null,
  pin: (pair: string | null) => void,
  say: (news: string) => void,
): void {
  const before = useRef<WhoQuestion | null>(null);
  const pair = shown === null ? null : pairOf(shown);
  useEffect(() => {
    const gone = before.current;
    if (pinned !== null && pinned !== pair && gone !== null && pairOf(gone) === pinned)
      say(whoWords.quicker(calledWriter(gone)));
    if (pinned !== pair) pin(pair);
    before.current = shown;
  }, [shown, pair, pinned, pin, say]);
}

/** Fetches the next pairs before they are needed. */
function useFetchedAhead(list: ReturnType<typeof useWhoList>, atHand: number): void {
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  useEffect(() => {
    if (atHand < FEW && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [atHand, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
}
