import { Button, Code } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { CaseDetail, TrailView } from '../../definitions/model/views/case-detail.ts';
import type { RevisionView } from '../../definitions/model/views/flow.ts';
import { calledFlow, stepLine } from '../drawing/step-line.ts';
import { useNames } from '../people/people-questions.ts';
import { Moment } from '../shell/moment-text.tsx';
import { useNow } from '../shell/now.tsx';
import { Pill, type PillTone } from '../shell/pill.tsx';
import { plainFacts, plainValue } from '../shell/plain-value.ts';
import { actorOf, type Actor } from '../drawing/actor.ts';
import { words } from '../shell/words.ts';
import { answerIn, decisionIn } from './decision.ts';
import { factGroups } from './fact-groups.ts';
import { FactGroups, FactList } from './fact-list.tsx';
import { RuleDecision, TableDecision } from './step/decision-body.tsx';
import styles from './step-card-detail.module.css';
import { trailSentence } from './timeline.ts';

const TONES: Record<Actor, PillTone> = {
  rule: 'rule',
  machine: 'machine',
  person: 'person',
  time: 'plain',
  good: 'good',
  bad: 'bad',
};

export interface StepDetailProps {
  readonly of: CaseDetail;
  readonly revision: RevisionView;
  readonly flow: Flow;
  readonly node: FlowNode;
  readonly onFlow: (flowId: string) => void;
}

/** What the chosen step decided or did in this case: its table with the row that matched, its rule, its answers. */
export function StepDetail({ of, revision, flow, node, onFlow }: StepDetailProps): ReactNode {
  const now = useNow();
  const entries = of.trail.filter((entry) => entry.flow === flow.id && entry.node === node.id);
  const latest = entries.findLast((entry) => entry.what === 'left') ?? entries.at(-1);
  return (
    <section className={styles['card']} aria-label={node.name}>
      <div className={styles['head']}>
        <Pill tone={TONES[actorOf(node)]}>{node.name}</Pill>
        <strong>{headline(node, latest, revision, now)}</strong>
        {latest === undefined ? null : (
          <span className={styles['quiet']}>
            <Moment at={latest.at} />
          </span>
        )}
      </div>
      <Body of={of} revision={revision} node={node} latest={latest} onFlow={onFlow} />
    </section>
  );
}

function headline(
  node: FlowNode,
  latest: TrailView | undefined,
  revision: RevisionView,
  now: number,
): string {
  if (latest === undefined) return words.way.notReached;
  if (node.kind !== 'businessRuleTask') return words.flows.kinds[node.kind];
  const table = 'table' in node.decision ? revision.revision.tables[node.decision.table] : undefined;
  if (table === undefined) return words.way.expression;
  const matched = (decisionIn(latest)?.rows ?? [])
    .map((id) => table.rows.findIndex((row) => row.id === id) + 1)
    .filter((row) => row > 0);
  const [first] = matched;
  if (first === undefined) return words.way.noRow(plainValue(decisionIn(latest)?.value ?? null, now));
  return matched.length === 1 ? words.way.rowMatched(first) : words.way.rowsMatched(matched);
}

function Body({
  of,
  revision,
  node,
  latest,
  onFlow,
}: Omit<StepDetailProps, 'flow'> & { readonly latest: TrailView | undefined }): ReactNode {
  const now = useNow();
  const names = useNames();
  switch (node.kind) {
    case 'businessRuleTask': {
      const decision = decisionIn(latest);
      if ('expression' in node.decision)
        return <RuleDecision rule={node.decision.expression} decision={decision} />;
      const table = revision.revision.tables[node.decision.table];
      return table === undefined ? null : (
        <TableDecision table={table} decision={decision} at={latest?.at ?? of.openedAt} />
      );
    }
    case 'exclusiveGateway':
      return (
        <ol className={styles['ways']}>
          {node.branches.map((branch) => (
            <li key={branch.port} className={branch.port === latest?.port ? styles['taken'] : undefined}>
              <b>{branch.name}</b> <Code>{branch.condition}</Code>
            </li>
          ))}
          {node.defaultPort === undefined ? null : (
            <li className={node.defaultPort === latest?.port ? styles['taken'] : undefined}>
              {words.way.others}
            </li>
          )}
        </ol>
      );
    case 'userTask': {
      const task = of.tasks.find((one) => one.node === node.id && one.answers !== null);
      if (task === undefined)
        return <p className={styles['quiet']}>{node.instructions ?? stepLine(node, revision.revision)}</p>;
      return (
        <FactList
          rows={task.form.flatMap((field) =>
            plainFacts({ [field.label]: task.answers?.[field.name] ?? null }, now, names),
          )}
        />
      );
    }
    case 'callActivity': {
      const called = calledFlow(node.flow, revision.revision);
      return called === undefined ? null : <Inside of={of} called={called} onFlow={onFlow} />;
    }
    case 'serviceTask':
      return (
        <>
          <p className={styles['quiet']}>{revision.revision.activities[node.activity]?.description}</p>
          <FactGroups groups={factGroups(answerIn(latest), now, names)} />
        </>
      );
    default:
      return <p className={styles['quiet']}>{node.documentation ?? stepLine(node, revision.revision)}</p>;
  }
}

/** What happened inside a called flow, step by step, and the way to its drawing. */
function Inside({
  of,
  called,
  onFlow,
}: Pick<StepDetailProps, 'of' | 'onFlow'> & { readonly called: Flow }): ReactNode {
  const now = useNow();
  const names = useNames();
  const told = of.trail.flatMap((entry) => {
    const node = entry.flow === called.id ? called.nodes.find(({ id }) => id === entry.node) : undefined;
    const text = node === undefined ? null : trailSentence(entry, node, now, names);
    return text === null ? [] : [{ key: entry.n, text }];
  });
  return (
    <>
      <ol className={styles['ways']}>
        {told.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ol>
      <Button variant="default" mt={8} onClick={() => onFlow(called.id)}>
        {words.way.showCalled}
      </Button>
    </>
  );
}
