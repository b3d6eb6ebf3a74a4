import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import { readDuration } from '../../../engine/interpreter/instant.ts';
import { link } from '../../../engine/interpreter/link.ts';
import type { Scenario, TaskAnswer } from '../../../definitions/scenario/scenario.ts';
import { checkScenario } from '../../../engine/simulate/check-scenario.ts';
import { simulate } from '../../../engine/simulate/simulate.ts';
import { contentOf } from '../../../definitions/flow/draft.ts';
import { asDuration } from '../../../editor/designer/trial/as-duration.ts';
import { momentsOf, type Moment } from '../../../editor/designer/trial/moments.ts';
import { nextStop, partsAt, stepOf, wayUntil } from '../../../editor/designer/trial/positions.ts';
import { programOf, toldBy, type Told } from '../../../editor/designer/trial/told.ts';
import {
  passedUntil,
  scenarioOf,
  trialOf,
  trialOfMention,
  withActivityAnswer,
  withMessage,
  withTaskAnswer,
  type Trial,
} from '../../../editor/designer/trial/trial.ts';
import { storyOf } from '../../../editor/designer/trial/story-of.ts';
import { block } from '../../interpreter/block.ts';
import { drawingOf } from '../../interpreter/block-drawing.ts';
import { standing } from '../../interpreter/host.ts';
import { published, scenarios } from '../../library/published.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const { revision } = published();
const care = programOf(contentOf(revision), revision.activities);
const shipped = scenarios().map(({ scenario }) => scenario);
const complaint = shipped.find(({ name }) => name === 'A complaint is put right');
if (complaint === undefined) throw new Error('The story is missing.');

const names = (told: Told): readonly string[] => told.moments.map((moment) => stepOf(moment)?.node ?? '');

/** A story of any drawing of the tests: what is looked up, who answers when, and what they write meanwhile. */
const anyStory: fc.Arbitrary<Scenario> = fc.record({
  name: fc.constant('any'),
  start: fc.constant('2026-03-02T09:00:00Z'),
  variables: fc.constant({}),
  activities: fc.constantFrom(
    {},
    { look: [{ output: 1 }] },
    { look: [{ output: 1 }, { failure: { code: 'not found' } }, { output: 2, afterMs: 3 * HOUR }] },
  ),
  messages: fc.array(
    fc.record({
      name: fc.constantFrom('mention', 'elsewhere'),
      after: fc.integer({ min: 0, max: 9 }).map((hours) => asDuration(hours * HOUR)),
      facts: fc.constant({}),
    }),
    { maxLength: 4 },
  ),
});

describe('the moments of a story', () => {
  const check = (program: Parameters<typeof simulate>[0], scenario: Scenario): void => {
    const result = simulate(program, scenario);
    const moments = momentsOf(program, result);
    // Nothing is left out, nothing is told twice, nothing is told in another order.
    expect(wayUntil(moments, moments.length - 1)).toEqual(result.trace);
    const last = moments.at(-1);
    expect(last?.variables).toEqual(result.variables);
    expect(last?.stands.map(({ scope, node }) => [scope, node])).toEqual(
      Object.entries(result.state.tokens)
        .sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
        .map(([, { scope, node }]) => [scope, node]),
    );
    // What a value was before a moment, with what the moment changed, is what it is after it.
    moments.reduce<JsonObject>((before, { variables, changed }) => {
      for (const name of Object.keys(variables))
        if (!changed.includes(name)) expect(before[name] ?? null).toEqual(variables[name]);
      return variables;
    }, {});
  };

  it.each(shipped.map((scenario) => [scenario.name, scenario] as const))(
    'end where the simulation does: %s',
    (_, scenario) => check(care, scenario),
  );

  it('end where the simulation does, of any drawing and any story', () => {
    fc.assert(
      fc.property(block, anyStory, (shape, story) => check(link(drawingOf(shape).revision), story)),
      { numRuns: 200 },
    );
  });

  it('say at any moment where everything stands, as playing up to it does', () => {
    fc.assert(
      fc.property(block, anyStory, fc.nat(), (shape, story, pick) => {
        const program = link(drawingOf(shape).revision);
        const moments = momentsOf(program, simulate(program, story));
        const position = pick % moments.length;
        const told = wayUntil(moments, position).reduce<Set<string>>(standing, new Set());
        const stands = new Set(moments[position]?.stands.map(({ scope, node }) => `${scope} ${node}`));
        // A token that has left a step and come to none yet is shown at the step that it leaves.
        for (const key of told) {
          const [scope, , node] = JSON.parse(key) as readonly string[];
          expect(stands).toContain(`${scope} ${node}`);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(shipped.map((scenario) => [scenario.name, scenario] as const))(
    'can be kept as a story that comes out the same: %s',
    (name, scenario) => {
      const trial = trialOf(scenario);
      const told = toldBy(care, trial);
      const story = storyOf(trial, told, { name, isSameWay: true });
      expect(story.expect?.pathIncludes?.length).toBeGreaterThan(2);
      expect(checkScenario(care, story).differences).toEqual([]);
      const other = { ...story, expect: { ...story.expect, outcome: 'nothing of the kind' } };
      expect(checkScenario(care, other).differences).toMatchObject([{ what: 'outcome' }]);
    },
  );

  it('tell of what an activity answers at once in the moment in which it was asked', () => {
    const told = toldBy(care, trialOf(complaint));
    const lookUp = told.moments.filter((moment) => stepOf(moment)?.node === 'look-up');
    expect(lookUp).toHaveLength(1);
    expect(lookUp[0]?.entries.map(({ what }) => what)).toEqual(['entered', 'left']);
    expect(lookUp[0]?.changed).toEqual(['customer']);
    expect(lookUp[0]?.question).toMatchObject({ key: 'lookUpCustomer', index: 0 });
  });
});

describe('playing', () => {
  const { moments } = toldBy(care, trialOf(complaint));

  it('stops where a step with a stop is come to, and at the end', () => {
    const at = nextStop(moments, 0, new Set(['mention-care/answer', 'mention-care/send']));
    expect(moments[at]?.entries.at(-1)?.place.node).toBe('answer');
    expect(nextStop(moments, at, new Set(['mention-care/answer']))).toBe(moments.length - 1);
    expect(nextStop(moments, 0, new Set(['elsewhere/answer']))).toBe(moments.length - 1);
  });
});

describe('a trial of what somebody wrote', () => {
  const begun = trialOfMention('Nobody came, again', '2026-03-02T09:00:00Z', complaint.variables);
  const answerAll = (trial: Trial, until: (told: Told) => boolean): { trial: Trial; told: Told } => {
    for (let now = trial, n = 0; ; n += 1) {
      const told = toldBy(care, now);
      const [ask] = told.asks;
      if (ask === undefined || until(told) || n > 60) return { trial: now, told };
      const passedMs = told.now - told.start;
      if (ask.of === 'activity') {
        const { node } = ask.question.place;
        const known = complaint.activities?.[node] ?? complaint.activities?.[ask.activity] ?? [];
        const answer = known[Math.min(ask.question.index, known.length - 1)];
        if (answer === undefined) throw new Error(`Nothing is known of ${ask.activity}.`);
        now = withActivityAnswer(now, ask.question, answer, passedMs);
      } else {
        const known = complaint.tasks?.[ask.question.place.node];
        const answer = known === undefined || known === 'nobody' ? 'nobody' : (known[0] ?? 'nobody');
        now = withTaskAnswer(now, ask.question, answer, passedMs);
      }
    }
  };
  const isTask = ({ asks }: Told): boolean => asks[0]?.of === 'task';
  const answer = (after: string): TaskAnswer => ({
    answers: {
      text: 't',
      way: 'here',
      remedy: 'apology',
      amount: 0,
      months: 0,
      step: 'technician pickup',
    },
    after,
    by: 'ann',
  });

  it('stops at the first thing that nobody has said, and asks for it', () => {
    const told = toldBy(care, begun);
    expect(told.status).toBe('unanswered');
    expect(told.asks).toMatchObject([{ of: 'activity', activity: 'assignOwner' }]);
    expect(told.now).toBe(told.start);
  });

  it('asks a person at the step itself, and goes on with what they answered', () => {
    const { trial, told } = answerAll(begun, isTask);
    expect(told.asks).toMatchObject([{ of: 'task', question: { place: { node: 'answer' }, index: 0 } }]);
    const [ask] = told.asks;
    if (ask === undefined) throw new Error('Nobody is asked.');
    const later = passedUntil(trial, HOUR);
    expect(toldBy(care, later)).toMatchObject({ now: told.start + HOUR, asks: [{ of: 'task' }] });
    const { told: sent } = answerAll(withTaskAnswer(later, ask.question, answer('PT1H'), HOUR), isTask);
    expect(names(sent)).toContain('record-remedy');
    expect(sent.now).toBe(told.start + HOUR);
  });

  it('lets time pass as far as it is told, and no further', () => {
    const { trial, told } = answerAll(begun, isTask);
    const [ask] = told.asks;
    if (ask === undefined || told.next === null) throw new Error('Nothing is awaited.');
    // Nobody acts: the ladder is next.
    const before = toldBy(care, passedUntil(trial, told.next - told.start - 1));
    expect(names(before)).not.toContain('ask-next');
    const after = toldBy(care, passedUntil(trial, told.next - told.start));
    expect(names(after)).toContain('ask-next');
    expect(after.now).toBe(told.next);
    const { told: sent, trial: waits } = answerAll(
      withTaskAnswer(trial, ask.question, answer('PT0S'), 0),
      ({ asks }) => asks.length === 0,
    );
    expect(sent.status).toBe('unfinished');
    expect(names(sent).at(-1)).toBe('wait');
    expect((sent.next ?? 0) - sent.now).toBe(3 * DAY);
    expect(sent.messages).toContain('mention');
    const wrote = toldBy(care, withMessage(passedUntil(waits, DAY), 'mention', DAY));
    expect(names(wrote)).toContain('read-answer');
    expect(wrote.now - wrote.start).toBe(DAY + 1000);
    // It comes after all that has happened, also where that was in the same instant.
    const atOnce = toldBy(care, withMessage(trial, 'mention', 0));
    expect(atOnce.moments.slice(0, told.moments.length).map(withoutAnswers)).toEqual(
      told.moments.map(withoutAnswers),
    );
    expect(atOnce.moments.at(-1)?.event).toMatchObject({ type: 'message', name: 'mention' });
  });

  it('goes on from a changed answer as if it had been given in the first place', () => {
    const { trial, told } = answerAll(begun, isTask);
    const question = told.moments.find((moment) => stepOf(moment)?.node === 'derive-facts')?.question;
    if (question == null) throw new Error('Nothing was read.');
    const failed = withActivityAnswer(trial, question, { failure: { code: 'erased' } }, 0);
    const again = toldBy(care, failed);
    const at = partsAt(told.moments, again.moments);
    expect(at).toBe(told.moments.findIndex((moment) => moment.question === question));
    expect(again.moments.slice(0, at)).toEqual(told.moments.slice(0, at));
    expect(JSON.stringify(again.moments[at])).toContain('erased');
    expect(
      toldBy(care, withActivityAnswer(failed, question, firstAnswer(trial, question.key), 0)).moments,
    ).toEqual(told.moments);
  });

  it('can be kept: told again as a story it comes to the same', () => {
    const { trial, told } = answerAll(begun, isTask);
    const [ask] = told.asks;
    if (ask === undefined) throw new Error('Nobody is asked.');
    const { trial: sent, told: end } = answerAll(
      withTaskAnswer(trial, ask.question, answer('PT0S'), 0),
      ({ asks }) => asks.length === 0,
    );
    const result = simulate(care, scenarioOf(sent, false));
    expect(result.events).toHaveLength(simulate(care, sent.scenario, sent.telling).events.length);
    expect(result.variables).toEqual(end.moments.at(-1)?.variables);
    expect(result.findings).toEqual([]);
  });

  it('asks again where a step asks again, and keeps what was left alone as answered by nobody', () => {
    const { trial, told } = answerAll(begun, isTask);
    const [ask] = told.asks;
    if (ask === undefined) throw new Error('Nobody is asked.');
    const later = withTaskAnswer(trial, { ...ask.question, index: 2 }, answer('PT0S'), 0);
    expect(later.scenario.tasks?.[ask.question.key]).toEqual(['nobody', 'nobody', answer('PT0S')]);
  });
});

function withoutAnswers({ question: _, ...moment }: Moment): Omit<Moment, 'question'> {
  return moment;
}

function firstAnswer(trial: Trial, key: string) {
  const [first] = trial.scenario.activities?.[key] ?? [];
  if (first === undefined) throw new Error(`Nothing was answered to ${key}.`);
  return first;
}

describe('a draft with something wrong in it', () => {
  it('is tried all the same, and gets stuck where it is wrong', () => {
    const { 'own-error': _, ...tables } = revision.tables;
    const told = toldBy(
      programOf({ ...contentOf(revision), tables }, revision.activities),
      trialOf(complaint),
    );
    expect(told.status).toBe('stuck');
    const last = told.moments.findLast(({ entries }) => entries.length > 0);
    expect(last?.stands).toMatchObject([{ node: 'our-error', isStuck: true }]);
    expect(last?.entries.at(-1)).toMatchObject({ what: 'stuck', place: { node: 'our-error' } });
  });
});

describe('a length of time', () => {
  it('is written so that it is read back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 * DAY }), (ms) => {
        expect(readDuration(asDuration(ms))).toBe(ms);
      }),
    );
    expect([0, 90_500, 26 * HOUR, DAY].map(asDuration)).toEqual(['PT0S', 'PT1M30.5S', 'P1DT2H', 'P1D']);
  });
});
