import { flowIn } from '../../definitions/flow/drawn.ts';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import type { RevisionView } from '../../definitions/model/views/flow.ts';
import { FailedPage, Page } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { isProblem } from '../shell/problem.ts';
import { Answered, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { StuckNote } from '../stuck/stuck-note.tsx';
import { CaseActs } from './acts/case-acts.tsx';
import { AnswerDock } from './answer-dock.tsx';
import { titleText } from './case-title.ts';
import surface from '../shell/surface.module.css';
import styles from './case-page.module.css';
import { useCase, useRevision } from './case-questions.ts';
import { ScrolledConversation } from './conversation.tsx';
import { EffectsCard } from './effects-card.tsx';
import { CustomerCard } from './customer/customer-card.tsx';
import { ContinuedNote, FollowersCard } from './linked-cases.tsx';
import { NoCase } from './no-case.tsx';
import { MatterCard } from './matter-card.tsx';
import { RetryNotes } from './retry-note.tsx';
import { FactsCard } from './side-cards.tsx';
import { StatusPill } from './status-pill.tsx';
import { useChosenStep } from './step/chosen-step.ts';
import { StepDetail } from './step/step-detail.tsx';
import { TasksCard } from './tasks-card.tsx';
import { TimelineCard } from './timeline-card.tsx';
import { WayCard } from './way-card.tsx';

/** One case: what was said and what is mine to do; the way it took and why; who it is and what happened. */
export default function CasePage(): ReactNode {
  const { caseId = '' } = useParams();
  const question = useCase(caseId);
  if (isProblem(question.error, 'not found') || isProblem(question.error, 'invalid')) return <NoCase />;
  if (question.data === undefined && question.error !== null) {
    return <FailedPage error={question.error} again={() => void question.refetch()} />;
  }
  return (
    <Answered
      question={question}
      loading={
        <Page title={words.case.trail} fill>
          <div className={styles['columns']}>
            <Loading />
            <Loading height={44} />
            <Loading />
          </div>
        </Page>
      }
    >
      {(of) => <CaseView key={of.id} of={of} />}
    </Answered>
  );
}

function CaseView({ of }: { readonly of: CaseDetail }): ReactNode {
  const revision = useRevision(of.revision?.hash ?? null);
  const titles = useMemo(
    () =>
      new Map(
        Object.values(revision.data?.revision.activities ?? {}).map(({ name, title }) => [name, title]),
      ),
    [revision.data],
  );
  return (
    <Page
      fill
      title={titleText(of)}
      before={
        <Link to="/cases" className={styles['back']}>
          {words.case.trail} ›
        </Link>
      }
      beside={
        <>
          <StatusPill of={of} withDue />
          {of.brokenStep === null || of.brokenStep === 'none' ? null : <Pill>{of.brokenStep}</Pill>}
          {of.history ? <Pill title={words.cases.historyWhy}>{words.cases.history}</Pill> : null}
        </>
      }
      actions={<CaseActs of={of} />}
    >
      <div className={styles['columns']}>
        <section className={`${surface['surface']} ${styles['talk']}`} aria-label={words.case.conversation}>
          <ScrolledConversation entries={of.conversation} className={styles['said']}>
            <h2 className={styles['small']}>{words.case.conversation}</h2>
          </ScrolledConversation>
          <AnswerDock tasks={of.tasks} />
        </section>
        <div className={styles['middle']}>
          <ContinuedNote of={of} />
          {of.incidents.map((incident) => (
            <StuckNote key={incident.id} incident={incident} />
          ))}
          <RetryNotes of={of} />
          {of.revision === null ? (
            <p className={styles['notBegun']}>{words.way.notBegun}</p>
          ) : (
            <Answered question={revision} loading={<Loading height={44} />}>
              {(answer) => <WayAndStep of={of} revision={answer} />}
            </Answered>
          )}
        </div>
        <aside className={styles['side']} tabIndex={0} aria-label={words.case.facts}>
          <CustomerCard caseId={of.id} />
          <MatterCard of={of} revision={revision.data?.revision ?? null} />
          <FollowersCard of={of} />
          <EffectsCard of={of} titles={titles} />
          <TasksCard tasks={of.tasks} />
          <TimelineCard of={of} revision={revision.data?.revision ?? null} />
          <FactsCard of={of} />
        </aside>
      </div>
    </Page>
  );
}

/** The drawing and, below it, the chosen step; the choice is part of the address. */
function WayAndStep({
  of,
  revision,
}: {
  readonly of: CaseDetail;
  readonly revision: RevisionView;
}): ReactNode {
  // In a narrow window the step stands below the drawing: choosing it leads there.
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const { choose, ...chosen } = useChosenStep();
  const flow = flowIn(revision.revision, chosen.flow ?? '') ?? revision.revision.flow;
  const nodeId = chosen.step ?? lastDecision(of, flow);
  const node = flow.nodes.find((one) => one.id === nodeId);
  return (
    <>
      <WayCard
        of={of}
        revision={revision}
        flow={flow}
        selected={node?.id ?? null}
        isWhole={chosen.isWhole}
        onSelect={(step) => choose({ step, at: null, isCalled: isNarrow })}
        onFlow={(id) => choose({ flow: id, step: null, at: null })}
        onWhole={(isWhole) => choose({ view: isWhole ? 'whole' : null })}
      />
      {node === undefined ? null : <StepDetail of={of} revision={revision} flow={flow} node={node} />}
    </>
  );
}

/** The latest decision by a table on the way: the first thing a reader wants to see explained. */
function lastDecision(of: CaseDetail, flow: Flow): string | undefined {
  const decides = new Set(
    flow.nodes
      .filter((node) => node.kind === 'businessRuleTask' && 'table' in node.decision)
      .map((node) => node.id),
  );
  return of.trail.findLast(
    (entry) => entry.flow === flow.id && entry.what === 'left' && decides.has(entry.node),
  )?.node;
}
