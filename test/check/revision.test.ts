import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../definitions/check/apply-fix.ts';
import { check, hasErrors } from '../../definitions/check/check.ts';
import { checkRevision } from '../../definitions/check/check-revision.ts';
import { environmentOf } from '../../definitions/check/environment.ts';
import type { Environment } from '../../definitions/check/environment.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { anyFlow } from '../flow/any-flow.ts';
import { contract, EMPTY, line, node, task, wait } from './drawing.ts';

const call = (flow: string) => node('callActivity', `call ${flow}`, { flow, input: {}, output: {} });
const office = node('intermediateCatchEvent', 'office', {
  wait: { kind: 'businessHours', for: 'duration("PT4H")', calendar: 'office' },
});
const decide = node('businessRuleTask', 'decide', { decision: { table: 'urgency' }, result: 'urgency' });
const urgency = {
  id: 'urgency',
  name: 'Urgency',
  hitPolicy: 'first',
  inputs: [],
  outputs: [{ id: 'o', name: 'urgency', type: { type: 'string' } }],
  rows: [{ id: 'r', when: [], then: ['"low"'] }],
} as const;

const root = line([call('outer'), task('note it')], [], 'root');
const environment: Environment = {
  flows: {
    outer: line([call('inner'), decide], [{ name: 'urgency', type: { type: 'string' } }], 'outer'),
    inner: line([office], [], 'inner'),
    stranger: line([wait('w')], [], 'stranger'),
  },
  tables: { urgency, other: { ...urgency, id: 'other' } },
  wordLists: {
    delay: { id: 'delay', name: 'Delay', entries: [{ phrase: 'never came', means: 'delay' }] },
    praise: { id: 'praise', name: 'Praise', entries: [] },
  },
  calendars: {
    office: {
      id: 'office',
      name: 'Office',
      open: [{ from: '2026-03-02T09:00:00Z', to: '2026-03-02T17:00:00Z' }],
    },
    night: { id: 'night', name: 'Night', open: [] },
  },
  activities: { note: contract('note'), other: contract('other') },
};

function assembled(flow = root, from = environment, wordLists?: readonly string[]) {
  const assembly = assembleRevision(flow, from, 1, wordLists);
  if ('issues' in assembly) throw new Error(assembly.issues.map(({ message }) => message).join('\n'));
  return assembly;
}

describe('assembling a revision', () => {
  it('gathers exactly what the flow and those it calls use', () => {
    const { revision, warnings } = assembled();
    expect(warnings).toEqual([]);
    expect(Object.keys(revision.called)).toEqual(['inner', 'outer']);
    expect(Object.keys(revision.tables)).toEqual(['urgency']);
    expect(Object.keys(revision.calendars)).toEqual(['office']);
    expect(Object.keys(revision.activities)).toEqual(['note']);
    expect(Object.keys(revision.wordLists)).toEqual(['delay', 'praise']);
    expect(RevisionSchema.safeParse(revision).error).toBeUndefined();
  });

  it('takes only the word lists that are named, if any are', () => {
    expect(Object.keys(assembled(root, environment, ['praise']).revision.wordLists)).toEqual(['praise']);
    expect(assembleRevision(root, environment, 1, ['gone'])).toMatchObject({
      issues: [{ code: 'unknown word list' }],
    });
  });

  it('has the same hash for the same content, and another for any other', () => {
    const { revision, hash } = assembled();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHash(JSON.parse(JSON.stringify(revision)))).toBe(hash);
    expect(assembled({ ...root, name: 'Root' }).hash).not.toBe(hash);
    const note = contract('note', { description: 'changed' });
    expect(assembled(root, { ...environment, activities: { note } }).hash).not.toBe(hash);
    const unused = {
      ...environment,
      activities: { ...environment.activities, other: contract('other', { title: 'x' }) },
    };
    expect(assembled(root, unused).hash).toBe(hash);
  });

  it('refuses as long as there is an error, in a called flow too', () => {
    const inner = { ...line([office], [], 'inner'), edges: [] };
    const assembly = assembleRevision(root, { ...environment, flows: { ...environment.flows, inner } }, 1);
    expect(assembly).not.toHaveProperty('revision');
    expect('issues' in assembly && assembly.issues.some(({ place }) => place.flow === 'inner')).toBe(true);
    expect(assembleRevision(root, EMPTY, 1)).toHaveProperty('issues');
  });

  it('refuses a text that has no UTF-8', () => {
    expect(assembleRevision({ ...root, description: '\ud800' }, environment, 1)).toMatchObject({
      issues: [{ code: 'ill-formed', place: { field: '/flow/description' } }],
    });
  });

  it('answers any flows with a revision that checks, or with an error', () => {
    fc.assert(
      fc.property(anyFlow, anyFlow, (flow, other) => {
        const assembly = assembleRevision(flow, { ...EMPTY, flows: { [other.id]: other } }, 1);
        expect(
          'revision' in assembly
            ? !hasErrors(checkRevision(assembly.revision, assembly.hash))
            : hasErrors(assembly.issues),
        ).toBe(true);
      }),
    );
  });
});

describe('checking a revision', () => {
  it('finds nothing wrong with one that was assembled', () => {
    const { revision, hash } = assembled();
    expect(checkRevision(revision, hash)).toEqual([]);
  });

  it('finds content that is not what its hash stands for', () => {
    const { revision, hash } = assembled();
    expect(checkRevision({ ...revision, semantics: 2 }, hash)).toMatchObject([
      { code: 'hash differs', severity: 'error' },
    ]);
  });

  it('finds parts that stand under another name, that are missing, and that nothing uses', () => {
    const { revision } = assembled();
    const codes = (changed: Partial<typeof revision>) =>
      checkRevision({ ...revision, ...changed }).map(({ code }) => code);
    expect(codes({ tables: { urgency: { ...urgency, id: 'elsewhere' } } })).toEqual(['key and id differ']);
    expect(codes({ activities: {} })).toEqual(['unknown activity']);
    expect(codes({ calendars: {} })).toEqual(['unknown calendar']);
    expect(codes({ calendars: environment.calendars })).toEqual(['unused part']);
  });

  it('asks of the same environment that it was assembled from', () => {
    const { revision } = assembled();
    expect(check(revision.flow, environmentOf(revision))).toEqual([]);
  });
});

/** Flows in which no node and no arrow has another's id: a fix names what it changes by id. */
function distinct(flows: fc.Arbitrary<Flow>): fc.Arbitrary<Flow> {
  const firsts = <T extends { readonly id: string }>(items: readonly T[]) => [
    ...new Map([...items].reverse().map((item) => [item.id, item])).values(),
  ];
  return flows.map((flow) => ({ ...flow, nodes: firsts(flow.nodes), edges: firsts(flow.edges) }));
}

describe('a check', () => {
  const surroundings = fc.array(anyFlow, { maxLength: 3 }).map((flows): Environment => ({
    ...environment,
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
    tables: { a: { ...urgency, id: 'a' } },
    activities: {
      a: contract('a'),
      b: contract('b', { effect: 'once', input: { type: 'object', required: ['x'] } }),
    },
  }));

  it('throws nothing, whatever is drawn, and says the same every time', () => {
    fc.assert(
      fc.property(anyFlow, surroundings, (flow, around) => {
        const issues = check(flow, around);
        expect(check(flow, around)).toEqual(issues);
        for (const { message, place } of issues) {
          expect(message).not.toMatch(/undefined|\[object|^\s*$/);
          expect(place.flow).toBe(flow.id);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('proposes only fixes that give a well-formed flow, without the issue that they are for', () => {
    fc.assert(
      fc.property(distinct(anyFlow), surroundings, (flow, around) => {
        const before = check(flow, around);
        // One of each code is enough for a flow: each costs a check of its own.
        const firsts = new Map([...before].reverse().map((issue) => [issue.code, issue]));
        for (const issue of firsts.values()) {
          if (issue.fix === undefined) continue;
          const fixed = applyFix(flow, issue.fix);
          if ('issues' in fixed)
            throw new Error(`${issue.code}: ${fixed.issues.map(({ message }) => message).join()}`);
          const same = ({ code, place, message }: Issue) =>
            isDeepStrictEqual([code, place, message], [issue.code, issue.place, issue.message]);
          expect(check(fixed.flow, around).filter(same).length, JSON.stringify(issue)).toBeLessThan(
            before.filter(same).length,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('looks at a drawing of 5,000 steps within seconds', () => {
    const nodes = Array.from({ length: 5000 }, (_, index) => wait(`w${index}`));
    const large = line(nodes);
    expect(check(large, EMPTY)).toEqual([]);
  }, 20_000);
});
