import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import { formatFlowFile } from '../../definitions/flow/file/format-flow-file.ts';
import { MOST_FLOW_FILE_CHARACTERS, readFlowFile } from '../../definitions/flow/file/read-flow-file.ts';
import { mentionCareScenarios } from '../../definitions/library/mention-care-scenarios.ts';
import { losesMember } from '../../definitions/flow/json-members.ts';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { ScenariosSchema } from '../../definitions/scenario/scenario.schema.ts';
import { tidyContent, wildContent } from '../edit/any-content.ts';
import { careRevision } from '../store/care-revision.ts';

const care = contentOf(careRevision(), mentionCareScenarios());
const ContentSchema = RevisionSchema.pick({
  flow: true,
  called: true,
  tables: true,
  wordLists: true,
  calendars: true,
}).extend({ scenarios: ScenariosSchema });

function contentIn(text: string): DraftContent {
  const reading = readFlowFile(text);
  if ('issues' in reading) throw new Error(reading.issues.map(({ message }) => message).join(' '));
  return reading.content;
}

function sentences(text: string): readonly string[] {
  const reading = readFlowFile(text);
  return 'issues' in reading ? reading.issues.map(({ message }) => message) : [];
}

/** The same with the members of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, turned(member)]),
  );
}

describe('a flow as a file', () => {
  it('comes back as it was, whatever it holds', () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.oneof(wildContent, tidyContent), (content) => {
        fc.pre(ContentSchema.safeParse(content).success && !losesMember(content));
        tried += 1;
        const text = formatFlowFile(content);
        const back = contentIn(text);
        expect(canonicalJson(back)).toBe(canonicalJson(content));
        expect(formatFlowFile(back)).toBe(text);
      }),
      { numRuns: 200 },
    );
    expect(tried).toBeGreaterThan(50);
  });

  it('is the same text, however its members are ordered', () => {
    const again: DraftContent = JSON.parse(JSON.stringify(turned(care)));
    expect(Object.keys(again.flow)).not.toEqual(Object.keys(care.flow));
    expect(formatFlowFile(again)).toBe(formatFlowFile(care));
  });

  it('has a changed row of a table, word or arrow as one changed line', () => {
    const lines = formatFlowFile(care).split('\n');
    const changes: readonly ((content: DraftContent) => DraftContent)[] = [
      ({ tables, ...others }) => {
        const urgency = tables['urgency'];
        if (urgency === undefined) throw new Error('There is no such table.');
        const rows = urgency.rows.with(2, {
          id: 'row-3',
          when: urgency.inputs.map(() => '-'),
          then: ['"low"'],
        });
        return { ...others, tables: { ...tables, urgency: { ...urgency, rows } } };
      },
      ({ flow, ...others }) => {
        const edges = flow.edges.map((edge, at) => (at === 3 ? { ...edge, name: 'otherwise' } : edge));
        return { ...others, flow: { ...flow, edges } };
      },
      ({ flow, ...others }) => {
        const nodes = flow.nodes.map((node, at) => (at === 1 ? { ...node, position: { x: 1, y: 2 } } : node));
        return { ...others, flow: { ...flow, nodes } };
      },
    ];
    for (const change of changes) {
      const after = formatFlowFile(change(care)).split('\n');
      expect(after).toHaveLength(lines.length);
      expect(after.filter((line, at) => line !== lines[at])).toHaveLength(1);
    }
  });

  it('may be a flow alone, as it stands in a folder of drawings', () => {
    expect(contentIn(JSON.stringify(care.flow))).toEqual({
      flow: care.flow,
      called: {},
      tables: {},
      wordLists: {},
      calendars: {},
      scenarios: {},
    });
  });
});

describe('a file that is none', () => {
  const file = (change: (json: Record<string, unknown>) => object): string =>
    JSON.stringify(change(JSON.parse(formatFlowFile(care))));

  it.each([
    ['', 'The file is empty.'],
    ['{\n"earshot": "flow",\n"version": 1,,\n}', 'From line 3 on it is no JSON.'],
    ['[1, 2]', 'There is no flow in this file.'],
    ['{ "name": "x" }', 'There is no flow in this file.'],
    [
      'x'.repeat(MOST_FLOW_FILE_CHARACTERS + 1),
      'This file is larger than 12 MB, which is more than a flow can hold.',
    ],
  ])('is refused with a sentence (%#)', (text, sentence) => {
    expect(sentences(text)).toEqual([sentence]);
  });

  it('of another version is refused with its number', () => {
    expect(sentences(file((json) => ({ ...json, version: 7 })))).toEqual([
      'This file is of version 7, and this Earshot reads up to version 1.',
    ]);
    expect(sentences(file((json) => ({ ...json, version: 'new' })))).toEqual([
      'This file does not say of which version it is.',
    ]);
    expect(sentences(file((json) => ({ ...json, flow: { ...care.flow, schema: 9 } })))[0]).toMatch(
      /This flow is of schema 9/,
    );
  });

  it('is refused with short sentences, however long what stands in it', () => {
    const long = 'n'.repeat(100_000);
    const named = file((json) => ({
      ...json,
      flow: { ...care.flow, name: long, nodes: care.flow.nodes.map((node) => ({ ...node, id: long })) },
      tables: { [long]: { [long]: long } },
    }));
    const said = sentences(named);
    expect(said.length).toBeGreaterThan(1);
    expect(said.length).toBeLessThanOrEqual(20);
    for (const sentence of said) expect(sentence.length).toBeLessThan(2_000);
  });

  it('never breaks what reads it, whatever is left of it', () => {
    const text = formatFlowFile({
      ...care,
      flow: { ...care.flow, nodes: [], edges: [] },
      wordLists: {},
      called: {},
    });
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 6 }), (at, gone, put) => {
        const reading = readFlowFile(text.slice(0, at) + put + text.slice(at + gone));
        if ('issues' in reading) expect(reading.issues.length).toBeGreaterThan(0);
        else expect(ContentSchema.safeParse(reading.content).success).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('whose called flows call each other is read: what is wrong with it is for the check to say', () => {
    const [one = '', other = ''] = Object.keys(care.called);
    const calling = (id: string, called: string) => ({
      ...care.called[id],
      nodes: care.called[id]?.nodes.map((node) =>
        node.kind === 'callActivity' ? { ...node, flow: called } : node,
      ),
    });
    const called = { ...care.called, [one]: calling(one, other), [other]: calling(other, one) };
    expect(Object.keys(contentIn(file((json) => ({ ...json, called }))).called)).toHaveLength(
      Object.keys(care.called).length,
    );
  });
});
