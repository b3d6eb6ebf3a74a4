import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import choice from '../shell/choice.module.css';
import styles from '../filter/filters.module.css';
import { words } from '../shell/words.ts';
import { counted } from '../words/locale.ts';
import { filterAddress, STATUSES, withPart } from './case-filter.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterMenus } from './filter-menus.tsx';
import { useCaseCounts } from './case-questions.ts';

/** The filters of the list, all of them links: states side by side, what has many values behind a button. */
export function Filters({
  filter,
  stepName,
}: {
  readonly filter: CaseFilter;
  readonly stepName: string | undefined;
}): ReactNode {
  const counts = useCaseCounts().data?.byStatus;
  return (
    <div className={styles['filters']} role="group" aria-label={words.filters.label}>
      <div className={styles['states']}>
        <StateLink
          to={withPart(filter, { status: undefined })}
          isOn={filter.status === undefined}
          name={words.cases.all}
        />
        {STATUSES.map((status) => (
          <StateLink
            key={status}
            to={withPart(filter, { status: [status] })}
            isOn={filter.status?.includes(status) === true}
            name={words.status[status]}
            count={counts?.[status]}
          />
        ))}
        <StateLink
          to={withPart(filter, { person: filter.person === 'me' ? undefined : 'me' })}
          isOn={filter.person === 'me'}
          name={words.cases.mine}
        />
      </div>
      <FilterChips filter={filter} stepName={stepName} />
      <FilterMenus filter={filter} />
    </div>
  );
}

function StateLink({
  to,
  isOn,
  name,
  count,
}: {
  readonly to: CaseFilter;
  readonly isOn: boolean;
  readonly name: string;
  readonly count?: number | undefined;
}): ReactNode {
  return (
    <Link
      to={filterAddress(to)}
      className={`${choice['choice']} ${isOn ? choice['chosen'] : ''}`}
      aria-current={isOn ? 'true' : undefined}
    >
      {name}
      {count === undefined || count === 0 ? null : <span className={styles['count']}>{counted(count)}</span>}
    </Link>
  );
}
