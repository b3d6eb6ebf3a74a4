import { describe, expect, it } from 'vitest';
import { portsOf } from '../../definitions/flow/ports.ts';
import { mentionCareScenarios } from '../../definitions/library/mention-care-scenarios.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import type { ChannelKind } from '../../definitions/model/mention.ts';
import { link } from '../../engine/interpreter/link.ts';
import { checkScenario } from '../../engine/simulate/check-scenario.ts';
import { simulate } from '../../engine/simulate/simulate.ts';
import { FactsSchema } from '../../definitions/reading/facts.schema.ts';
import { published, scenarios } from './published.ts';

const { revision, hash, warnings } = published();
const program = link(revision);
const told = scenarios();
const flows = [revision.flow, ...Object.values(revision.called)];

describe('the shipped flow', () => {
  it('can be published, and nothing at all is found wrong with it', () => {
    expect(warnings).toEqual([]);
  });

  it('is the same revision whenever it is assembled', () => {
    expect(published().hash).toBe(hash);
  });

  it('is pinned with the words, tables and contracts that decide', () => {
    expect(Object.keys(revision.tables).sort()).toEqual(Object.keys(mentionCare().tables).sort());
    expect(Object.keys(revision.wordLists).sort()).toEqual(Object.keys(mentionCare().wordLists).sort());
    expect(Object.keys(revision.activities).sort()).toEqual(
      [
        'assignOwner',
        'deriveFacts',
        'escalateOwner',
        'lookUpCustomer',
        'recordRemedy',
        'sendReply',
        'tellTeam',
      ].sort(),
    );
  });

  it('looks nowhere at how many listen', () => {
    expect(JSON.stringify(revision)).not.toMatch(/follower|subscriber|audience|influenc/iu);
  });

  it('lets no rule look at the channel', () => {
    const words = /"(?:name|label|help|description|documentation|instructions|guide)":"[^"]*"/gu;
    const rules = JSON.stringify([flows.map(({ nodes }) => nodes), revision.tables]).replaceAll(words, '');
    expect(rules.replaceAll('premium channel', '')).not.toMatch(/\bchannel\b/u);
  });
});

describe('its drawing', () => {
  const { nodes, lanes, edges } = revision.flow;

  it('has six bands from top to bottom and at most 25 steps', () => {
    expect(lanes.map((lane) => lane.name)).toEqual([
      'Hear',
      'Know',
      'Decide',
      'Assign',
      'Answer',
      'Follow up',
    ]);
    expect(nodes.length).toBeLessThanOrEqual(25);
    const tops = lanes.map((lane) =>
      Math.min(...nodes.filter((node) => node.lane === lane.id).map((node) => node.position.y)),
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  it('keeps every card clear of the others', () => {
    for (const flow of flows) {
      for (const [index, one] of flow.nodes.entries()) {
        for (const other of flow.nodes.slice(index + 1)) {
          const apart =
            Math.abs(one.position.x - other.position.x) >= 164 ||
            Math.abs(one.position.y - other.position.y) >= 44;
          expect(apart, `${flow.id}: ${one.id} and ${other.id}`).toBe(true);
        }
      }
    }
  });

  it('says what each way means where there is a choice', () => {
    for (const node of nodes.filter(
      (candidate) => portsOf(candidate).length > 1 && candidate.kind !== 'userTask',
    )) {
      for (const edge of edges.filter((candidate) => candidate.from.node === node.id))
        expect(edge.name, edge.id).toBeTruthy();
    }
  });
});

describe('a story of the shipped flow', () => {
  it('stands with the flow, each of them', () => {
    const offered = Object.values(mentionCareScenarios()).map(({ name }) => name);
    expect(offered.toSorted()).toEqual(told.map(({ scenario }) => scenario.name).toSorted());
  });

  it.each(told)('$file: $scenario.name', ({ scenario }) => {
    const { differences, result } = checkScenario(program, scenario);
    expect(differences).toEqual([]);
    expect(result.incidents).toEqual([]);
  });

  it('never leaves a case without an owner', () => {
    for (const { file, scenario } of told) {
      expect(simulate(program, scenario).variables['owner'], file).toMatchObject({
        team: expect.any(String),
      });
    }
  });

  it('hands out facts of the shape that the reading activity declares', () => {
    for (const { file, scenario } of told) {
      for (const answer of scenario.activities?.['deriveFacts'] ?? []) {
        if ('output' in answer) expect(FactsSchema.safeParse(answer.output).success, file).toBe(true);
      }
    }
  });

  it('takes every arrow of every drawing between them', () => {
    const taken = new Set(
      told.flatMap(({ scenario }) =>
        simulate(program, scenario).trace.flatMap(({ place, edge }) =>
          edge === undefined ? [] : [`${place.flow} ${edge}`],
        ),
      ),
    );
    const never = flows
      .flatMap((flow) => flow.edges.map((edge) => `${flow.id} ${edge.id}`))
      .filter((edge) => !taken.has(edge));
    expect(never).toEqual([]);
  });
});

describe('an error of ours', () => {
  const story = told.find(({ file }) => file === 'our-error-on-twitter.scenario.json')?.scenario;
  if (story === undefined) throw new Error('the story is missing');
  const toldWith = (variables: { readonly [name: string]: string | number }) => {
    const {
      path,
      tasks,
      activities,
      at,
      variables: found,
    } = simulate(program, { ...story, variables: { ...story.variables, ...variables } });
    const { channel: _channel, ...rest } = found;
    return { path, tasks, at, activities, variables: rest };
  };

  it('is treated alike on every channel', () => {
    const kinds: readonly ChannelKind[] = [
      'tweet',
      'blog',
      'forum',
      'email',
      'phone',
      'shop',
      'chat',
      'webhook',
    ];
    const [first, ...others] = kinds.map((channel) => toldWith({ channel }));
    for (const other of others) expect(other).toEqual(first);
  });

  it('is treated alike for twelve and for two million followers', () => {
    expect(toldWith({ followers: 2_000_000 })).toEqual(toldWith({ followers: 12 }));
  });
});
