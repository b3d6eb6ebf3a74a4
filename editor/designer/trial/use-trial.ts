import { useEffect, useMemo, useRef, useState } from 'react';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Chosen } from '../commands/remove.ts';
import { drawnTrial, type DrawnTrial } from './drawn-trial.ts';
import { comesToStop, momentAt, nextStop, partsAt, stepOf, type Stops } from './positions.ts';
import { Telling } from './telling.ts';
import type { Told } from './told.ts';
import type { Trial } from './trial.ts';
import { useTrialKeys } from './use-trial-keys.ts';

/** A draft being tried: the story, how it goes, and which moment of it is shown. */
export interface Trying {
  readonly isOn: boolean;
  readonly trial: Trial | null;
  /** Null until it is told. */
  readonly told: Told | null;
  readonly cannot: boolean;
  readonly position: number;
  readonly isPlaying: boolean;
  readonly stops: Stops;
  /** The step that is chosen on the drawing: it can be a stop. */
  readonly chosen: { readonly flow: string; readonly node: string } | null;
  /** How it shows on the drawing; null while nothing is told. */
  readonly drawn: DrawnTrial | null;
  begin(): void;
  /** Begins with a story at once, and shows the moment in which it comes to a step, if it does. */
  open(trial: Trial, at?: { readonly flow: string; readonly node: string } | null): void;
  leave(): void;
  /** Begins a story, or tells it otherwise; null: another is to be chosen. */
  tell(trial: Trial | null): void;
  go(position: number): void;
  /** To the next stop, or the end. */
  goOn(): void;
  play(isPlaying: boolean): void;
  toggleStop(key: string): void;
}

/** How long a moment is shown while the story is played. */
const SHOWN_MS = 900;

/** Tries a draft in a worker of the page. `onFlow` is asked to show the flow in which something happens. */
export function useTrial({
  content,
  activities,
  flow,
  chosen,
  isDrawing,
  onFlow,
}: {
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly flow: Flow;
  readonly chosen: Chosen;
  /** Else something lies over the drawing, and keys are for that. */
  readonly isDrawing: boolean;
  readonly onFlow: (flowId: string) => void;
}): Trying {
  const [isOn, setOn] = useState(false);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [telling, setTelling] = useState<Telling | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [cannot, setCannot] = useState(false);
  const [position, setPosition] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [stops, setStops] = useState<Stops>(() => new Set());
  const before = useRef<{ readonly told: Told; readonly trial: Trial | null } | null>(null);
  const asked = useRef<Trial | null>(null);
  const wanted = useRef<{ readonly flow: string; readonly node: string } | null>(null);

  useEffect(() => {
    if (!isOn) return undefined;
    const one = new Telling((heard) => {
      setCannot(heard === null);
      if (heard === null) return;
      // A story that is told otherwise from some moment on is shown from there; a drawing that changed, where it was.
      const old = before.current;
      const isOther = old !== null && old.trial !== asked.current;
      const from = isOther ? partsAt(old.told.moments, heard.moments) : null;
      before.current = { told: heard, trial: asked.current };
      setTold(heard);
      const called = wanted.current === null ? -1 : momentAt(heard.moments, wanted.current);
      wanted.current = null;
      setPosition((at) =>
        called >= 0 ? called : Math.max(0, Math.min(from ?? at, heard.moments.length - 1)),
      );
    });
    setTelling(one);
    return () => one.end();
  }, [isOn]);
  useEffect(() => {
    if (telling === null || trial === null) return;
    asked.current = trial;
    telling.ask(content, activities, trial);
  }, [telling, content, activities, trial]);

  const moments = told?.moments ?? [];
  const moment = moments[position];
  const show = useRef(onFlow);
  show.current = onFlow;
  const shown = useRef(flow.id);
  shown.current = flow.id;
  const at = moment === undefined ? null : (stepOf(moment)?.flow ?? null);
  useEffect(() => {
    if (at !== null && at !== shown.current) show.current(at);
  }, [at, position]);

  const isLast = position >= moments.length - 1;
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (isLast) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => {
      const next = moments[position + 1];
      if (next !== undefined && comesToStop(next, stops)) setPlaying(false);
      setPosition(position + 1);
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, isLast, moments, position, stops]);

  const drawn = useMemo(
    () => (!isOn || told === null ? null : drawnTrial(flow, content, told.moments, position, stops)),
    [isOn, told, flow, content, position, stops],
  );
  const [node] = chosen.nodes;
  const stopAt = node === undefined ? null : { flow: flow.id, node };
  const tell = (next: Trial | null): void => {
    setPlaying(false);
    setTrial(next);
    if (next !== null && trial !== null) return;
    before.current = null;
    setTold(null);
    setCannot(false);
    setPosition(0);
  };
  const go = (to: number): void => {
    setPlaying(false);
    setPosition(Math.max(0, Math.min(to, moments.length - 1)));
  };
  const trying: Trying = {
    isOn,
    trial,
    told,
    cannot,
    position,
    isPlaying,
    stops,
    chosen: stopAt,
    drawn,
    begin: () => setOn(true),
    open(next, to = null) {
      tell(null);
      wanted.current = to;
      setTrial(next);
      setOn(true);
    },
    leave() {
      setOn(false);
      setTelling(null);
      tell(null);
    },
    tell,
    go,
    goOn: () => go(nextStop(moments, position, stops)),
    play: (isOne) => setPlaying(isOne && !isLast),
    toggleStop: (key) =>
      setStops((old) => {
        const next = new Set(old);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
  };
  useTrialKeys(trying, isDrawing);
  return trying;
}
