import { describe, expect, it } from 'vitest';
import { usesOf } from '../../definitions/check/variable-uses.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import { mentionCareScenarios } from '../../definitions/library/mention-care-scenarios.ts';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import { simulate } from '../../engine/simulate/simulate.ts';
import {
  callStoryValue,
  duplicateStory,
  expectOfStory,
  giveStoryValue,
  leaveOutStoryValue,
  removeStory,
  renameStory,
} from '../../editor/designer/commands/change-story.ts';
import type { Command } from '../../editor/designer/commands/in-flow.ts';
import { renameVariable } from '../../editor/designer/commands/rename-variable.ts';
import { did, redone, undone } from '../../editor/designer/session/acts.ts';
import { begun } from '../../editor/designer/session/state.ts';
import { exampleAt } from '../../editor/designer/stories/example-at.ts';
import { comesThere, findingStart } from '../../editor/designer/stories/find-start.ts';
import { fittingDraft } from '../../editor/designer/stories/fitting-draft.ts';
import { StoryRound } from '../../editor/designer/stories/run-stories.ts';
import { freeName, isTakenName } from '../../editor/designer/stories/story-names.ts';
import type { StoryRun, Target } from '../../editor/designer/stories/story-run.ts';
import { storyTroubles } from '../../editor/designer/stories/story-troubles.ts';
import { published } from '../library/published.ts';

const { revision } = published();
const { activities } = revision;
const CARE = contentOf(revision, mentionCareScenarios());
const ID = 'complaint-put-right';
const storyOf = ({ scenarios }: DraftContent, id = ID): Scenario => {
  const story = scenarios[id];
  if (story === undefined) throw new Error('The story is missing.');
  return story;
};
const ALWAYS = { now: () => 0, end: 1, turnMs: 1, pause: () => Promise.resolve(true) };

async function ranOf(content: DraftContent) {
  const round = new StoryRound(content, activities);
  const runs = new Map<string, StoryRun>();
  const untold = await round.run(ALWAYS, (id, run) => runs.set(id, run));
  if (untold === null) throw new Error('It was given up.');
  return { round, runs, untold };
}

describe('a command on a story', () => {
  const commands: readonly (readonly [string, Command])[] = [
    ['renames it', renameStory(ID, 'Another name')],
    ['changes what must come out', expectOfStory(ID, { status: 'ended', outcome: 'silent' })],
    ['lets anything come out', expectOfStory(ID, {})],
    ['removes it', removeStory(ID)],
    ['duplicates it', duplicateStory(ID, { id: 'copy', name: 'A copy' })],
    ['calls a value otherwise', callStoryValue(ID, 'history', 'brought back')],
    ['leaves a value out', leaveOutStoryValue('noise', 'worth')],
    ['gives a value', giveStoryValue(ID, 'history', true)],
  ];
  for (const [what, command] of commands)
    it(`${what}, and is taken back and done again exactly`, () => {
      const before = begun(1, CARE);
      const after = did(before, { id: 'one', label: what, after: command(CARE) });
      expect(after.done).toHaveLength(1);
      expect(after.content.flow).toBe(CARE.flow);
      const back = undone(after, 'two', (of) => of).session;
      expect(canonicalJson(back.content)).toBe(canonicalJson(CARE));
      const again = redone(back, 'three', (of) => of).session;
      expect(canonicalJson(again.content)).toBe(canonicalJson(after.content));
    });

  it('changes nothing where there is no such story, or nothing to change', () => {
    for (const command of [removeStory('none'), renameStory('none', 'x'), expectOfStory('none', {})])
      expect(command(CARE)).toBe(CARE);
    expect(renameStory(ID, storyOf(CARE).name)(CARE)).toBe(CARE);
    expect(leaveOutStoryValue(ID, 'no such value')(CARE)).toBe(CARE);
    expect(callStoryValue(ID, 'no such value', 'x')(CARE)).toBe(CARE);
  });

  it('leaves a story without an expectation where nothing is expected of it', () => {
    expect('expect' in storyOf(expectOfStory(ID, {})(CARE))).toBe(false);
  });
});

describe('a value that is renamed', () => {
  it('is renamed in all stories that give or expect it, and nowhere else', () => {
    const { stories } = usesOf(CARE, CARE.flow.id, 'history');
    expect(stories.length).toBeGreaterThan(20);
    const { content } = renameVariable(CARE, CARE.flow.id, 'history', 'long ago');
    expect(usesOf(content, CARE.flow.id, 'long ago').stories).toEqual(stories);
    const { variables } = storyOf(content);
    expect(Object.keys(variables)).toEqual(
      Object.keys(storyOf(CARE).variables).map((name) => (name === 'history' ? 'long ago' : name)),
    );
    const expected = renameVariable(CARE, CARE.flow.id, 'worth', 'value').content;
    expect(storyOf(expected, 'noise').expect?.variables).toMatchObject({ value: 'noise' });
  });

  it('of a called flow changes no story, though a value of the flow is called the same', () => {
    const [called] = Object.values(CARE.called).filter(({ variables }) => variables.length > 0);
    const name = called?.variables[0]?.name ?? '';
    const { content } = renameVariable(CARE, called?.id ?? '', name, 'zq7 fresh');
    expect(content.scenarios).toBe(CARE.scenarios);
  });
});

describe('a story', () => {
  it('tells what it speaks of and the draft does not have', () => {
    expect(storyTroubles(CARE, storyOf(CARE))).toEqual([]);
    const { variables, ...flow } = CARE.flow;
    const without = {
      ...CARE,
      flow: { ...flow, variables: variables.filter(({ name }) => name !== 'history') },
    };
    expect(storyTroubles(without, storyOf(CARE))).toEqual([
      { is: 'no such value', name: 'history', instead: ['brought back'] },
    ]);
    expect(storyTroubles(CARE, storyOf(giveStoryValue(ID, 'history', 'long ago')(CARE)))).toMatchObject([
      { is: 'not of its kind', name: 'history', value: 'long ago' },
    ]);
    const gone = expectOfStory(ID, { pathIncludes: ['gone', 'answer', 'gone'], pathExcludes: ['lost'] })(
      CARE,
    );
    expect(storyTroubles(CARE, storyOf(gone))).toEqual([{ is: 'no such steps', steps: ['gone', 'lost'] }]);
  });

  it('that was taken from a case asks for nothing that the draft does not have', () => {
    const taken = {
      ...storyOf(CARE),
      variables: { history: false, 'made on the way': 1 },
      expect: { status: 'ended' as const, pathIncludes: ['gone', 'answer'] },
    };
    const fitting = fittingDraft(taken, CARE);
    expect(fitting.variables).toEqual({ history: false });
    expect(fitting.expect).toEqual({ status: 'ended', pathIncludes: ['answer'] });
    expect(storyTroubles(CARE, fitting)).toEqual([]);
  });

  it('is called as no other is', () => {
    const { name } = storyOf(CARE);
    expect(isTakenName(CARE.scenarios, name)).toBe(true);
    expect(isTakenName(CARE.scenarios, name, ID)).toBe(false);
    const named = (count: number): string => (count === 1 ? name : `${name} ${count}`);
    expect(freeName(CARE.scenarios, named)).toBe(`${name} 2`);
  });
});

describe('a round of stories', () => {
  it('says of each whether it holds, in sentences that name steps, and what would have to be asked', async () => {
    const none = expectOfStory('praise', {})(CARE);
    const { runs } = await ranOf(
      expectOfStory(ID, {
        outcome: 'silent',
        pathIncludes: ['put-right', 'read-facts'],
        virtualTime: 'PT1H',
      })(none),
    );
    expect(runs.size).toBe(Object.keys(CARE.scenarios).length);
    expect([...runs].filter(([, { differs }]) => differs.length > 0).map(([id]) => id)).toEqual([ID]);
    const sentences = runs.get(ID)?.differs.map(({ sentence }) => sentence) ?? [];
    expect(sentences[0]).toBe('it should end with “silent” and ends with “put right”.');
    expect(sentences[2]).toMatch(/^after “.+” it should come to “Read the facts” and does not\.$/);
    const asNow = runs.get(ID)?.asNow ?? {};
    const { runs: held } = await ranOf(expectOfStory(ID, asNow)(none));
    expect(held.get(ID)?.differs).toEqual([]);
    expect(asNow.virtualTime).toBeDefined();
  });

  it('is given up once somebody else has the word, and tells what there was no time for', async () => {
    let pauses = 0;
    const round = new StoryRound(CARE, activities);
    const heard: string[] = [];
    let now = 0;
    const untold = await round.run(
      { now: () => (now += 1), end: Infinity, turnMs: 5, pause: () => Promise.resolve((pauses += 1) < 3) },
      (id) => heard.push(id),
    );
    expect(untold).toBeNull();
    expect(heard.length).toBeLessThan(Object.keys(CARE.scenarios).length);
    const late = new Map<string, StoryRun>();
    await new StoryRound(CARE, activities).run({ ...ALWAYS, end: 0 }, (id, run) => late.set(id, run));
    expect([...late.values()].every(({ status }) => status === null)).toBe(true);
  });

  it('tells which rows, steps and arrows none of them passes, and what a story has there', async () => {
    const { round, untold } = await ranOf(removeStory('praise')(CARE));
    expect(untold.flows.flatMap(({ steps }) => steps.map(({ id }) => id))).toContain('thank-them');
    expect(untold.arrows.told).toBeLessThan(untold.arrows.all);
    expect(untold.rows.all - untold.rows.told).toBe(
      untold.tables.reduce((sum, { rows }) => sum + rows.length, 0),
    );
    // What the step itself decides is not known yet when it is come to.
    const reading = Object.values(CARE.called).find(({ nodes }) => nodes.some(({ id }) => id === 'noise'));
    const at = { flow: reading?.id ?? '', node: 'noise' };
    const example = exampleAt(round.program, round.results, at);
    expect(example?.values).toMatchObject({ facts: { language: expect.any(String) }, worth: null });
    expect(exampleAt(round.program, round.results, { flow: CARE.flow.id, node: 'thank-them' })).toBeNull();
  });
});

describe('a way to what no story passes', () => {
  const lookFor = async (
    content: DraftContent,
    target: (untold: Awaited<ReturnType<typeof ranOf>>['untold']) => Target,
  ) => {
    const { round, untold } = await ranOf(content);
    const wanted = target(untold);
    const search = findingStart(
      { content, activities, program: round.program, results: round.results },
      wanted,
    );
    let next = search.next();
    while (next.done !== true) next = search.next();
    return { found: next.value, wanted, round };
  };

  it('is found for a row by the values that it asks for, and comes there when it is tried', async () => {
    const { found, wanted, round } = await lookFor(CARE, ({ tables }) => {
      const table = tables.find(({ name }) => name === 'What broke?');
      return { table: table?.table ?? '', row: table?.rows[0]?.id ?? '' };
    });
    if (found === null) throw new Error('Nothing was found.');
    expect(found.isThere).toBe(true);
    expect(found.scenario.expect).toBeUndefined();
    expect(comesThere(simulate(round.program, found.scenario).trace, CARE, wanted)).toBe(true);
    expect(Object.values(CARE.scenarios)).not.toContainEqual(
      expect.objectContaining({ activities: found.scenario.activities }),
    );
  });

  it('is found for an arrow by another answer', async () => {
    const content = removeStory('erased-after-the-answer')(
      removeStory('erased')(removeStory('erased-meanwhile')(CARE)),
    );
    const { untold } = await ranOf(content);
    const flow = untold.flows.find(({ arrows }) => arrows.length > 0);
    if (flow === undefined) throw new Error('All arrows are passed.');
    for (const { id } of flow.arrows) {
      const { found } = await lookFor(content, () => ({ flow: flow.flow, edge: id }));
      expect(found?.isThere).toBe(true);
    }
  });

  it('leads as near as there is a story, and nowhere without any', async () => {
    const { found } = await lookFor(CARE, () => ({ flow: CARE.flow.id, edge: 'no such arrow' }));
    expect(found).toBeNull();
    const bare = { ...CARE, scenarios: {} };
    expect((await lookFor(bare, () => ({ flow: CARE.flow.id, node: 'answer' }))).found).toBeNull();
  });
});
