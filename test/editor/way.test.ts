import { describe, expect, it } from 'vitest';
import { wayInShort, wayThrough } from '../../editor/drawing/way.ts';
import { revision, trailOf } from './fixture/story.ts';

const { flow } = revision;
const START = Date.parse('2026-03-12T09:00:00Z');
const stops = [
  { node: 'arrives' },
  { node: 'read-facts', inside: [{ node: 'start' }] },
  { node: 'worth-an-answer' },
  { node: 'look-up', stays: 'here' as const },
];
const trail = trailOf(flow.id, stops, START, new Map());

describe('the way a case took', () => {
  it('tells done steps from where it stands and from what it never came to', () => {
    const { states } = wayThrough(flow, trail, []);
    expect(states.get('arrives')).toBe('done');
    expect(states.get('look-up')).toBe('here');
    expect(states.get('put-aside')).toBe('off');
  });

  it('says nothing of steps that it does not name while the case is at work', () => {
    const { states } = wayThrough(flow, trail, [], true);
    expect(states.get('arrives')).toBe('done');
    expect(states.get('put-aside')).toBe('unknown');
  });

  it('has come through the start to where the case is known to stand, though nothing of it was told', () => {
    const position = {
      ...{ scope: '0', flow: flow.id, node: 'look-up', since: '' },
      for: 'activity' as const,
      until: null,
    };
    const way = wayThrough(flow, [], [position], true);
    expect(['arrives', 'look-up', 'who-is-it'].map((id) => way.states.get(id))).toEqual([
      'done',
      'here',
      'unknown',
    ]);
    expect(wayInShort(flow, way, 1).nodes).toEqual(['arrives', 'look-up', 'who-is-it']);
  });

  it('lights the arrows it went along and no other', () => {
    const { taken } = wayThrough(flow, trail, []);
    const lit = flow.edges.filter(({ id }) => taken.has(id)).map(({ from, to }) => `${from.node} → ${to}`);
    expect(lit).toEqual([
      'arrives → read-facts',
      'read-facts → worth-an-answer',
      'worth-an-answer → look-up',
    ]);
  });

  it('believes where the case says it stands, also when it is stuck there', () => {
    const position = {
      scope: '0',
      flow: flow.id,
      node: 'look-up',
      since: '',
      for: 'stuck' as const,
      until: null,
    };
    expect(wayThrough(flow, trail, [position]).states.get('look-up')).toBe('stuck');
  });

  it('does not mix in the steps of a called flow, even with ids alike', () => {
    expect(wayThrough(flow, trail, []).order).toEqual([
      'arrives',
      'read-facts',
      'worth-an-answer',
      'look-up',
    ]);
  });

  it('in short is what it came to and the next few that would follow', () => {
    const short = wayInShort(flow, wayThrough(flow, trail, []), 2);
    expect(short.nodes).toEqual([
      'arrives',
      'read-facts',
      'worth-an-answer',
      'look-up',
      'who-is-it',
      'our-error',
    ]);
    expect(short.flow.edges).toHaveLength(5);
  });

  it('before it began is the start and what follows', () => {
    expect(wayInShort(flow, wayThrough(flow, [], []), 1).nodes).toEqual(['arrives', 'read-facts']);
  });
});
