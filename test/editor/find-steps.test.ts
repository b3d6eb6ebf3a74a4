import { describe, expect, it } from 'vitest';
import { contentOf } from '../../definitions/flow/draft.ts';
import { stepsHolding } from '../../editor/designer/find-steps.ts';
import { careRevision } from '../store/care-revision.ts';

const CARE = contentOf(careRevision());
const names = (wanted: string, flow = CARE.flow): readonly string[] =>
  stepsHolding(flow, CARE, wanted).map(({ name }) => name);

describe('steps that hold words', () => {
  it('come by their names first, in any case and order', () => {
    expect(names('IS who')[0]).toBe('Who is it?');
    expect(names('praise')[0]).toBe('Praise?');
  });

  it('come by what stands in them, and in the tables that they decide by', () => {
    expect(names('not(reopened)')).toContain('Praise?');
    const [decides] = CARE.flow.nodes.flatMap((node) =>
      node.kind === 'businessRuleTask' && 'table' in node.decision ? [{ node, id: node.decision.table }] : [],
    );
    const cell = CARE.tables[decides?.id ?? '']?.rows[0]?.then[0] ?? '';
    expect(names(cell)).toContain(decides?.node.name);
  });

  it('are none where nothing is like it, and the first of all without a word', () => {
    expect(names('xyzzy plugh')).toEqual([]);
    expect(names(' ')).toHaveLength(Math.min(30, CARE.flow.nodes.length));
    expect(names('constructor')).toEqual([]);
  });
});
