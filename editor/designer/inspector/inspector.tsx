import { MantineThemeProvider } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { sitesOf } from '../../../definitions/check/expression-sites.ts';
import type { Fix } from '../../../definitions/check/fix.ts';
import type { Issue } from '../../../definitions/check/issue.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { asJson } from './as-json.ts';
import { changeLabel } from './change-label.ts';
import { denseTheme } from './dense-theme.ts';
import { FieldIssues } from './field-issues.tsx';
import { schemaWithInputs } from './form-schema.ts';
import { uiOfKind } from './form-ui.ts';
import { InspectorHead } from './inspector-head.tsx';
import styles from './inspector.module.css';
import { isSameJson, withValueAt } from './json-change.ts';
import { knownInputs } from './known-inputs.ts';
import { NodeForm } from './node-form.tsx';
import { PanelProvider, type Panel } from './panel.ts';
import { placedIssues } from './placed-issues.ts';
import { readNode } from './refusal.ts';
import { tidied } from './tidied.ts';
import { contextIn } from './used-names.ts';
import { UsedHere } from './used-here.tsx';

export interface InspectorProps {
  readonly node: FlowNode;
  /** That the node stands in. */
  readonly flow: Flow;
  readonly content: DraftContent;
  /** What is offered now. */
  readonly contracts: readonly ActivityContract[];
  /** Of activities that are not offered any more: what the revision that the draft began as knows of them. */
  readonly knownBefore?: readonly ActivityContract[];
  /** About this node. */
  readonly issues: readonly Issue[];
  /** The flow's values in the case that is looked at: rules show what they come to on them. It stays the same object. */
  readonly example?: JsonObject;
  /** The story that it is of; null: what is tried just now. */
  readonly exampleOf?: string | null;
  /** A change that is done, as its author would say it, and the whole node after it. */
  readonly onChange: (label: string, node: FlowNode) => void;
  readonly onFix?: (fix: Fix) => void;
  readonly onOpenTable: (tableId: string) => void;
  readonly onOpenFlow: (flowId: string) => void;
}

/** Why the last change was not kept, and how many were not. */
interface Refused {
  readonly refusal: string | null;
  readonly refusals: number;
}

const NONE: readonly ActivityContract[] = [];

/** The panel beside a drawing in which one step is changed; its form is made of the schema of the step's kind. */
export function Inspector(props: InspectorProps): ReactNode {
  return <StepPanel key={`${props.flow.id} ${props.node.id} ${props.node.kind}`} {...props} />;
}

function StepPanel({
  node,
  flow,
  content,
  contracts,
  knownBefore = NONE,
  issues,
  example,
  exampleOf,
  onChange,
  onFix,
  onOpenTable,
  onOpenFlow,
}: InspectorProps): ReactNode {
  const [{ refusal, refusals }, setRefused] = useState<Refused>({ refusal: null, refusals: 0 });
  const refuse = (why: string | null): void =>
    setRefused((before) => ({ refusal: why, refusals: before.refusals + (why === null ? 0 : 1) }));
  const value = useMemo(() => asJson(node), [node]);
  const contract = useMemo(() => contractOf(node, contracts, knownBefore), [node, contracts, knownBefore]);
  const all = useMemo(
    () => (contract === undefined || contracts.includes(contract) ? contracts : [...contracts, contract]),
    [contract, contracts],
  );
  const known = useMemo(() => knownInputs(node, content, all), [node, content, all]);
  const schema = useMemo(() => schemaWithInputs(node.kind, known), [node.kind, known]);
  const ui = useMemo(() => uiOfKind(node.kind, schema), [node.kind, schema]);

  /** The node after a change, with nothing in it that may be absent and is empty. */
  const after = (changed: Json | undefined): Json | undefined => tidied(schema, value, changed);
  const keep = (changed: Json | undefined): string | null => {
    const next = after(changed);
    if (next === undefined || isSameJson(value, next)) return null;
    const reading = readNode(next);
    if ('refusal' in reading) return reading.refusal;
    onChange(changeLabel(schema, value, next, node), reading.node);
    return null;
  };
  const check = useMemo(() => contextIn(flow, content, all), [flow, content, all]);
  const panel: Panel = {
    node,
    flow,
    content,
    offered: contracts,
    contract,
    known,
    check,
    example,
    sites: useMemo(() => new Map(sitesOf(check, node).map((site) => [site.field, site])), [check, node]),
    issues: useMemo(() => placedIssues(schema, value, issues), [schema, value, issues]),
    refusalOf: (steps, part) => {
      const reading = readNode(after(withValueAt(value, steps, part)));
      return 'refusal' in reading ? reading.refusal : null;
    },
    onFix,
    onOpenTable,
    onOpenFlow,
  };
  return (
    <MantineThemeProvider theme={denseTheme}>
      <PanelProvider value={panel}>
        <section className={styles['panel']} aria-label={drawingWords.inspector.panel(node.name)}>
          <InspectorHead
            {...{ node, content }}
            icon={contract?.icon}
            onName={(name) => keep({ ...value, name })}
          />
          <FieldIssues issues={panel.issues.onTop} />
          {refusal === null ? null : (
            <p role="alert" className={styles['bad']}>
              {drawingWords.inspector.refused.notKept(refusal)}
            </p>
          )}
          {/* What was refused would stay in the form, and go along with the next change. */}
          <NodeForm
            key={refusals}
            schema={schema}
            ui={ui}
            value={value}
            onChange={(changed) => refuse(keep(changed))}
          />
          <UsedHere />
          {exampleOf === undefined ? null : (
            <p className={styles['quiet']}>
              {exampleOf === null
                ? drawingWords.stories.exampleOfTrial
                : drawingWords.stories.example(exampleOf)}
            </p>
          )}
        </section>
      </PanelProvider>
    </MantineThemeProvider>
  );
}

/** What is known of the activity that a node runs: what is offered now says it first. */
function contractOf(
  node: FlowNode,
  offered: readonly ActivityContract[],
  before: readonly ActivityContract[],
): ActivityContract | undefined {
  if (node.kind !== 'serviceTask') return undefined;
  return [...offered, ...before].find(({ name }) => name === node.activity);
}
