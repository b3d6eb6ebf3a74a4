import { flowIn } from '../../definitions/flow/drawn.ts';
import { Button, Code } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { stepLine, waitLine } from '../drawing/step-line.ts';
import { TableView } from '../drawing/table-view.tsx';
import { Pill } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';
import surface from '../shell/surface.module.css';
import styles from './flow-page.module.css';

/** What the chosen step of a drawing does: its table, its ways, its questions, its activity. */
export function StepRules({
  node,
  revision,
  onFlow,
}: {
  readonly node: FlowNode;
  readonly revision: Revision;
  readonly onFlow: (flowId: string) => void;
}): ReactNode {
  const table =
    node.kind === 'businessRuleTask' && 'table' in node.decision
      ? revision.tables[node.decision.table]
      : undefined;
  return (
    <section className={`${surface['surface']} ${styles['rules']}`} aria-label={node.name} tabIndex={0}>
      <div className={styles['head']}>
        <strong>{node.name}</strong>
        <Pill>{words.flows.kinds[node.kind]}</Pill>
        {table === undefined ? null : <Pill tone="rule">{words.flows.hitPolicies[table.hitPolicy]}</Pill>}
      </div>
      {node.documentation === undefined ? null : <p className={styles['quiet']}>{node.documentation}</p>}
      {table === undefined ? (
        <Content node={node} revision={revision} onFlow={onFlow} />
      ) : (
        <TableView table={table} />
      )}
    </section>
  );
}

function Content({
  node,
  revision,
  onFlow,
}: {
  readonly node: FlowNode;
  readonly revision: Revision;
  readonly onFlow: (flowId: string) => void;
}): ReactNode {
  switch (node.kind) {
    case 'businessRuleTask':
      return 'expression' in node.decision ? <Code block>{node.decision.expression}</Code> : null;
    case 'exclusiveGateway':
      return (
        <ol className={styles['list']}>
          {node.branches.map((branch) => (
            <li key={branch.port}>
              <b>{branch.name}</b> <Code>{branch.condition}</Code>
            </li>
          ))}
          {node.defaultPort === undefined ? null : <li>{words.way.others}</li>}
        </ol>
      );
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
