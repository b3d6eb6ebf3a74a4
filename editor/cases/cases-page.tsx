import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseFilter, CaseRow } from '../../definitions/model/views/case.ts';
import { ToCallForm } from '../calls/to-call-form.tsx';
import { FilteredList } from '../filter/filtered-list.tsx';
import { WrongFilters } from '../filter/wrong-filters.tsx';
import { Page } from '../shell/page.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { filterAddress, filterCount, filterIn, wrongParts } from './case-filter.ts';
import { useCases } from './case-questions.ts';
import { CaseList } from './case-list.tsx';
import { Filters } from './filters.tsx';

/** All cases; the filters are the address, so that a view can be sent to a colleague. */
export default function CasesPage(): ReactNode {
  const [search] = useSearchParams();
  const filter = filterIn(search);
  const cases = useCases(filter);
  return (
    <Page title={words.cases.title} actions={<ToCallForm />}>
      <WrongFilters wrong={wrongParts(search)} parts={words.cases.parts} without={filterAddress(filter)} />
      <Filters filter={filter} stepName={nameOfStep(filter, cases.data?.pages[0]?.items ?? [])} />
      <FilteredList isChanging={cases.isPlaceholderData}>
        <Answered question={cases} loading={<Loading lines={12} height={28} />}>
          {(answer) => {
            const rows = answer.pages.flatMap((page) => page.items);
            if (rows.length > 0) return <CaseList rows={rows} more={cases} />;
            if (filterCount(filter) > 0)
              return <Empty title={words.cases.emptyFiltered}>{words.filters.nothingFits}</Empty>;
            return (
              <Empty title={words.cases.empty} command={words.cases.emptyCommand}>
                {words.cases.emptyToDo}
              </Empty>
            );
          }}
        </Answered>
      </FilteredList>
    </Page>
  );
}

/** The step that is filtered by, as the drawing of one of its cases names it. */
function nameOfStep(filter: CaseFilter, rows: readonly CaseRow[]): string | undefined {
  const isIt = ({ flow, node }: CaseRow['positions'][number]): boolean =>
    node === filter.node && (filter.flow === undefined || flow === filter.flow);
  return rows.flatMap(({ positions }) => positions).find(isIt)?.name;
}
