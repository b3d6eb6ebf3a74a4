import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { PartKind } from '../../../definitions/flow/part-kind.ts';
import type { PartRevision, PartView } from '../../../definitions/model/views/part.ts';
import casePage from '../../cases/case-page.module.css';
import { useRevision } from '../../cases/case-questions.ts';
import { TableView } from '../../drawing/table-view.tsx';
import { FailedPage, Page } from '../../shell/page.tsx';
import { Pill } from '../../shell/pill.tsx';
import { ApiProblem } from '../../shell/problem.ts';
import { Answered, Empty, Loading } from '../../shell/states.tsx';
import { words } from '../../shell/words.ts';
import { partsAddress } from './part-address.ts';
import { PartHistory } from './part-history.tsx';
import surface from '../../shell/surface.module.css';
import styles from './part-page.module.css';
import { usePart } from './part-questions.ts';
import { WordListView } from './word-list-view.tsx';

/** A decision table or a word list as it is in one revision, beside the revisions that changed it. */
export default function PartPage({ kind }: { readonly kind: PartKind }): ReactNode {
  const { partId = '' } = useParams();
  const part = usePart(kind, partId);
  if (part.data !== undefined) return <PartOf part={part.data} />;
  if (part.error instanceof ApiProblem && part.error.code === 'not found') return <NoPart kind={kind} />;
  if (part.error) return <FailedPage error={part.error} again={() => void part.refetch()} />;
  return <Loading height={44} />;
}

function PartOf({ part }: { readonly part: PartView }): ReactNode {
  const [search] = useSearchParams();
  const wanted = search.get('revision');
  const all = part.flows.flatMap(({ revisions }) => revisions);
  const shown = all.find(({ hash }) => hash === wanted) ?? all.find(({ live }) => live) ?? all[0];
  if (shown === undefined) return <NoPart kind={part.kind} />;
  return (
    <Page
      title={part.name}
      before={<Back kind={part.kind} />}
      beside={
        <Pill tone="rule">
          {`${words.flows.revision(shown.number)} · ${words.parts.size[part.kind](shown.size)}`}
        </Pill>
      }
      actions={
        <Button
          component={Link}
          to={`/flows/${encodeURIComponent(shown.flowId)}?revision=${shown.hash}`}
          variant="default"
        >
          {words.parts.inFlow}
        </Button>
      }
    >
      <div className={styles['columns']}>
        <Content part={part} revision={shown} />
        <PartHistory part={part} shown={shown} />
      </div>
    </Page>
  );
}

/** What the part holds in this revision. */
function Content({
  part: { kind, id, name },
  revision: { hash },
}: {
  readonly part: PartView;
  readonly revision: PartRevision;
}): ReactNode {
  const revision = useRevision(hash);
  return (
    <section className={`${surface['surface']} ${styles['content']}`} aria-label={name}>
      <Answered question={revision} loading={<Loading />}>
        {({ revision: { tables, wordLists } }) => {
          const [table, list] = [tables[id], wordLists[id]];
          if (kind === 'word-list')
            return list === undefined ? null : <WordListView key={hash} list={list} />;
          if (table === undefined) return null;
          return (
            <>
              <p className={styles['about']}>
                <Pill>{words.flows.hitPolicies[table.hitPolicy]}</Pill> {table.description}
              </p>
              <TableView table={table} />
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function Back({ kind }: { readonly kind: PartKind }): ReactNode {
  return (
    <Link to={partsAddress(kind)} className={casePage['back']}>
      {words.parts.kinds[kind]} ›
    </Link>
  );
}

function NoPart({ kind }: { readonly kind: PartKind }): ReactNode {
  return (
    <Page title={words.parts.missing[kind]}>
      <Empty title={words.parts.missing[kind]}>
        <p>{words.parts.missingToDo}</p>
        <Button component={Link} to={partsAddress(kind)} variant="default" mt={12}>
          {words.parts.all[kind]}
        </Button>
      </Empty>
    </Page>
  );
}
