import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { check } from '../../../definitions/check/check.ts';
import type { Issue } from '../../../definitions/check/issue.ts';
import { contentOf } from '../../../definitions/flow/draft.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { asJson } from '../../../editor/designer/inspector/as-json.ts';
import { schemaOfKind, schemaWithInputs } from '../../../editor/designer/inspector/form-schema.ts';
import { knownInputs } from '../../../editor/designer/inspector/known-inputs.ts';
import { placedIssues, shownPointers } from '../../../editor/designer/inspector/placed-issues.ts';
import { contextIn, stepsThatUse, usedNames } from '../../../editor/designer/inspector/used-names.ts';
import { published } from '../../library/published.ts';
import { anyFlow } from '../../flow/any-flow.ts';

const { revision } = published();
const content = contentOf(revision);
const contracts = Object.values(revision.activities);

const at = (field?: string): Issue => ({
  code: 'bad expression',
  severity: 'error',
  place: { flow: 'f', node: 'n', ...(field === undefined ? {} : { field }) },
  message: 'It does not fit.',
});

function nodeCalled(id: string): FlowNode {
  const node = revision.flow.nodes.find((one) => one.id === id);
  if (node === undefined) throw new Error(`The flow that ships has no step ${id}.`);
  return node;
}

describe('an issue of a step', () => {
  it('stands at the field that it names', () => {
    const happy = nodeCalled('happy');
    const { at: placed, onTop } = placedIssues(schemaOfKind(happy.kind), asJson(happy), [
      at('/branches/0/condition'),
      at('/branches/1'),
      at('/defaultPort'),
    ]);
    expect([...placed.keys()]).toEqual(['/branches/0/condition', '/branches/1', '/defaultPort']);
    expect(onTop).toEqual([]);
  });

  it('stands at the nearest around it that is shown, else on top', () => {
    const happy = nodeCalled('happy');
    const { at: placed, onTop } = placedIssues(schemaOfKind(happy.kind), asJson(happy), [
      at('/branches/0/port'),
      at('/lane'),
      at('/name'),
      at('/repeat/over'),
      at('not a pointer'),
      at(),
    ]);
    expect([...placed.keys()]).toEqual(['/branches/0']);
    expect(onTop).toHaveLength(5);
  });

  it('stands at an input that is asked for but not given, and at one that means nothing', () => {
    const give = nodeCalled('give-owner');
    const schema = schemaWithInputs(give.kind, knownInputs(give, content, contracts));
    const node = { ...asJson(give), input: { skill: 'skill', 'a/b': '1' } };
    expect([...placedIssues(schema, node, [at('/input/region'), at('/input/a~1b')]).at.keys()]).toEqual([
      '/input/region',
      '/input/a~1b',
    ]);
  });

  it('stands once and nowhere else, whatever is wrong with whatever drawing', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const environment = { flows: {}, tables: {}, wordLists: {}, calendars: {}, activities: {} };
        const issues = check(flow, environment);
        for (const node of flow.nodes.filter(
          ({ id }) => flow.nodes.filter((one) => one.id === id).length === 1,
        )) {
          const own = issues.filter(({ place }) => place.node === node.id);
          const json = asJson(node);
          const { at: placed, onTop } = placedIssues(schemaOfKind(node.kind), json, own);
          const shown = shownPointers(schemaOfKind(node.kind), json);
          expect([...placed.keys()].filter((place) => !shown.includes(place))).toEqual([]);
          expect([...[...placed.values()].flat(), ...onTop]).toHaveLength(own.length);
          // Every expression has its field: what is wrong with one is never said only on top.
          expect(onTop.filter(({ code }) => code === 'bad expression')).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the values that a step looks at', () => {
  const context = contextIn(revision.flow, content, contracts);

  it('are those that its expressions name, each once', () => {
    expect(usedNames(context, nodeCalled('happy'))).toEqual(['happy', 'unhappy']);
    expect(usedNames(context, nodeCalled('put-aside'))).toEqual([]);
  });

  it('are looked at by other steps too', () => {
    expect(stepsThatUse(context, 'facts.topic', nodeCalled('what-broke'))).toContain('Answer');
    expect(stepsThatUse(context, 'facts.topic', nodeCalled('what-broke'))).not.toContain('What broke?');
  });
});
