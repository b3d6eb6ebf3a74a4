import { flowIn } from '../../definitions/flow/drawn.ts';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ExclusiveGateway } from '../../definitions/flow/exclusive-gateway.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { waysOut } from '../cases/step/gateway-ways.ts';
import { AsWrittenSwitch } from '../drawing/as-written-switch.tsx';
import { Condition } from '../drawing/cell.tsx';
import { plainCondition } from '../drawing/plain-condition.ts';
import { RuleText } from '../drawing/rule-text.tsx';
import { stepLine, waitLine } from '../drawing/step-line.ts';
import { TableView } from '../drawing/table-view.tsx';
import { Pill } from '../shell/pill.tsx';
import { useSeenWhenCalled } from '../shell/seen-when-called.ts';
import { words } from '../shell/words.ts';
import surface from '../shell/surface.module.css';
import styles from './flow-page.module.css';

interface StepRulesProps {
  readonly node: FlowNode;
  /** That it stands in. */
  readonly flow: Flow;
  readonly revision: Revision;
  readonly onFlow: (flowId: string) => void;
}

/** What the chosen step of a drawing does: its table, its ways, its questions, its activity. */
export function StepRules({ node, flow, revision, onFlow }: StepRulesProps): ReactNode {
  const table =
    node.kind === 'businessRuleTask' && 'table' in node.decision
      ? revision.tables[node.decision.table]
      : undefined;
  return (
    <section
      ref={useSeenWhenCalled()}
      className={`${surface['surface']} ${styles['rules']}`}
      aria-label={node.name}
      tabIndex={0}
    >
      <div className={styles['head']}>
        <strong>{node.name}</strong>
        <Pill>{words.flows.kinds[node.kind]}</Pill>
        {table === undefined ? null : <Pill tone="rule">{words.flows.hitPolicies[table.hitPolicy]}</Pill>}
      </div>
      {node.documentation === undefined ? null : <p className={styles['quiet']}>{node.documentation}</p>}
      {table === undefined ? (
        <Content node={node} flow={flow} revision={revision} onFlow={onFlow} />
      ) : (
        <TableView table={table} />
      )}
    </section>
  );
}

function Content({ node, flow, revision, onFlow }: StepRulesProps): ReactNode {
  switch (node.kind) {
    case 'businessRuleTask':
      return 'expression' in node.decision ? <RuleText>{node.decision.expression}</RuleText> : null;
    case 'exclusiveGateway':
      return <Ways node={node} flow={flow} />;
    case 'eventBasedGateway':
      return (
        <ul className={styles['list']}>
          {node.arms.map((arm) => (
            <li key={arm.port}>
              <b>{arm.name}</b> {arm.on === 'time' ? waitLine(arm.wait) : null}
            </li>
          ))}
        </ul>
      );
    case 'userTask':
      return (
        <>
          {node.instructions === undefined ? null : <p className={styles['quiet']}>{node.instructions}</p>}
          <ul className={styles['list']}>
            {node.form.map((field) => (
              <li key={field.name}>{field.label}</li>
            ))}
          </ul>
        </>
      );
    case 'serviceTask':
      return <p className={styles['quiet']}>{revision.activities[node.activity]?.description}</p>;
    case 'callActivity': {
      const called = flowIn(revision, node.flow);
      return called === undefined ? null : (
        <Button variant="default" onClick={() => onFlow(called.id)}>
          {called.name}
        </Button>
      );
    }
    default:
      return <p className={styles['quiet']}>{stepLine(node, revision)}</p>;
  }
}

/** The ways out of a branch in the order in which they are asked, in plain words or as their author wrote them. */
function Ways({ node, flow }: { readonly node: ExclusiveGateway; readonly flow: Flow }): ReactNode {
  const [isAsWritten, setAsWritten] = useState(false);
  return (
    <>
      <ol className={styles['list']}>
        {waysOut(node, flow, undefined).map(({ port, name, condition }) => (
          <li key={port}>
            <b>{name}</b>{' '}
            {condition === null ? null : <Condition written={condition} isAsWritten={isAsWritten} />}
            {condition === null && name !== words.way.others ? words.way.others : null}
          </li>
        ))}
      </ol>
      {node.branches.some(({ condition }) => plainCondition(condition) !== null) ? (
        <AsWrittenSwitch isOn={isAsWritten} onChange={setAsWritten} />
      ) : null}
    </>
  );
}
