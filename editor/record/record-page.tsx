import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FilteredList } from '../filter/filtered-list.tsx';
import { WrongFilters } from '../filter/wrong-filters.tsx';
import { More } from '../shell/more.tsx';
import { Page } from '../shell/page.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { recordAddress, recordFilterIn, wrongRecordParts } from './record-filter.ts';
import { RecordFilters } from './record-filters.tsx';
import { useRecord, useSought } from './record-questions.ts';
import { RecordTable } from './record-table.tsx';

/** Who did what, to which case, and why; the latest first. The filters are the address. */
export default function RecordPage(): ReactNode {
  const [search] = useSearchParams();
  const { filter, wrong, isKnown, caseTitle } = useSought(recordFilterIn(search));
  const rows = useRecord(filter, isKnown);
  return (
    <Page
      title={words.record.title}
      beside={
        filter.caseId === undefined || !isKnown ? null : (
          <Link to={`/cases/${filter.caseId}`}>{words.tasks.openCase}</Link>
        )
      }
    >
      <WrongFilters
        wrong={[...wrongRecordParts(search), ...wrong]}
        parts={words.record.parts}
        without={recordAddress(filter)}
      />
      <RecordFilters filter={filter} caseTitle={caseTitle} />
      <FilteredList isChanging={rows.isPlaceholderData}>
        <Answered question={rows} loading={<Loading lines={10} height={28} />}>
          {(answer) => {
            const all = answer.pages.flatMap((page) => page.items);
            if (all.length > 0)
              return (
                <>
                  <RecordTable rows={all} filter={filter} />
                  <More of={rows} />
                </>
              );
            if (Object.keys(filter).length > 0)
              return <Empty title={words.record.emptyFiltered}>{words.filters.nothingFits}</Empty>;
            return <Empty title={words.record.empty}>{words.record.emptyToDo}</Empty>;
          }}
        </Answered>
      </FilteredList>
    </Page>
  );
}
