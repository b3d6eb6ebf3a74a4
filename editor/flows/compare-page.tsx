import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { FlowRow, RevisionRow } from '../../definitions/model/views/flow.ts';
import casePage from '../cases/case-page.module.css';
import { useRevision } from '../cases/case-questions.ts';
import { NotThere } from '../shell/not-there.tsx';
import { FailedPage, Page } from '../shell/page.tsx';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { differenceOf, isSame } from './changed/compared.ts';
import { WhatChanged } from './changed/what-changed.tsx';
import styles from './compare-page.module.css';
import { useDraft, useFlows, useRevisions } from './flow-questions.ts';
import { DRAFT, useRevisionOptions, WhoMade } from './revision-options.tsx';

/** Two revisions of a flow, or one and its draft, held against each other. */
export default function ComparePage(): ReactNode {
  const { flowId = '' } = useParams();
  const flows = useFlows();
  const revisions = useRevisions(flowId);
  const failed = [flows, revisions].find(({ data, error }) => data === undefined && error !== null);
  if (failed !== undefined) return <FailedPage error={failed.error} again={() => void failed.refetch()} />;
  if (flows.data === undefined || revisions.data === undefined) return <Loading height={44} />;
  const flow = flows.data.find(({ id }) => id === flowId);
  if (flow === undefined)
    return (
      <NotThere title={words.flows.missing} to="/flows" toName={words.flows.all}>
        {words.flows.missingToDo}
      </NotThere>
    );
  return <CompareOf flow={flow} revisions={revisions.data} />;
}

function CompareOf({
  flow,
  revisions,
}: {
  readonly flow: FlowRow;
  readonly revisions: readonly RevisionRow[];
}): ReactNode {
  const [search, setSearch] = useSearchParams();
  const { compare } = words;
  const known = [...(flow.draft === null ? [] : [DRAFT]), ...revisions.map(({ hash }) => hash)];
  const chosen = (name: string, otherwise: string | undefined): string => {
    const wanted = search.get(name) ?? '';
    return known.includes(wanted) ? wanted : (otherwise ?? '');
  };
  const to = chosen('to', known[0]);
  const from = chosen(
    'from',
    flow.live !== null && flow.live.hash !== to ? flow.live.hash : known[known.indexOf(to) + 1],
  );
  const choose = (next: { readonly from: string; readonly to: string }): void =>
    setSearch(next, { replace: true });
  return (
    <Page
      title={compare.title(flow.name)}
      before={
        <Link to={`/flows/${encodeURIComponent(flow.id)}`} className={casePage['back']}>
          {flow.name} ›
        </Link>
      }
      actions={
        <>
          <Which
            label={compare.before}
            {...{ flow, revisions }}
            value={from}
            onChoose={(value) => choose({ from: value, to })}
          />
          <Tooltip label={compare.swap}>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={compare.swap}
              onClick={() => choose({ from: to, to: from })}
            >
              <IconArrowsExchange size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Which
            label={compare.after}
            {...{ flow, revisions }}
            value={to}
            onChoose={(value) => choose({ from, to: value })}
          />
        </>
      }
    >
      {from === '' || to === '' ? (
        <Empty title={compare.onlyOne}>
          <p>{compare.onlyOneToDo}</p>
        </Empty>
      ) : (
        <Between key={`${from} ${to}`} flow={flow} revisions={revisions} from={from} to={to} />
      )}
    </Page>
  );
}

function Between({
  flow,
  revisions,
  from,
  to,
}: {
  readonly flow: FlowRow;
  readonly revisions: readonly RevisionRow[];
  readonly from: string;
  readonly to: string;
}): ReactNode {
  const [before, after] = [useOneState(flow.id, from), useOneState(flow.id, to)];
  const { compare } = words;
  const difference = useMemo(
    () =>
      before.revision === undefined || after.revision === undefined
        ? null
        : differenceOf(before.revision, after.revision),
    [before.revision, after.revision],
  );
  const failed = [before, after].find(({ error }) => error !== null);
  if (difference === null)
    return failed === undefined ? (
      <Loading height={44} />
    ) : (
      <Failed error={failed.error} again={failed.again} />
    );
  if (isSame(difference))
    return (
      <Empty title={compare.same}>
        <p>{compare.sameToDo}</p>
      </Empty>
    );
  const nameOf = (which: string): string => {
    const row = revisions.find(({ hash }) => hash === which);
    return row === undefined ? compare.draft : compare.revision(row.number);
  };
  return (
    <>
      <Whys revisions={revisions.filter(({ hash }) => hash === from || hash === to)} />
      <WhatChanged difference={difference} names={{ before: nameOf(from), after: nameOf(to) }} />
    </>
  );
}

/** Who made the revisions, and why. */
function Whys({ revisions }: { readonly revisions: readonly RevisionRow[] }): ReactNode {
  return (
    <ul className={styles['whys']}>
      {revisions
        .toSorted((a, b) => a.number - b.number)
        .map((row) => (
          <li key={row.hash}>
            <strong>{words.compare.revision(row.number)}</strong> <WhoMade made={row} />
          </li>
        ))}
    </ul>
  );
}

function Which({
  label,
  flow,
  revisions,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly flow: FlowRow;
  readonly revisions: readonly RevisionRow[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const options = useRevisionOptions(flow.draft, revisions);
  return (
    <Select
      size="xs"
      w={220}
      aria-label={label}
      data={[...options]}
      value={value === '' ? null : value}
      onChange={(chosen) => chosen !== null && onChoose(chosen)}
      allowDeselect={false}
      comboboxProps={{ width: 300, position: 'bottom-end' }}
    />
  );
}

/** A revision by its hash, or the draft of the flow. */
function useOneState(
  flowId: string,
  which: string,
): { readonly revision: Revision | undefined; readonly error: unknown; readonly again: () => void } {
  const isDraft = which === DRAFT;
  const draft = useDraft(flowId, isDraft);
  const revision = useRevision(isDraft ? null : which);
  const question = isDraft ? draft : revision;
  return {
    revision: question.data?.revision,
    error: question.data === undefined ? question.error : null,
    again: () => void question.refetch(),
  };
}
