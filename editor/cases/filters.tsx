import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { BROKEN_STEPS } from '../../definitions/model/case.ts';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import { queryText } from '../shell/api.ts';
import { useTeams } from '../people/people-questions.ts';
import { words } from '../shell/words.ts';
import { counted } from '../words/locale.ts';
import { FilterChips } from './filter-chips.tsx';
import { filterCount, queryOf, SORTS, STATUSES, withPart } from './case-filter.ts';
import { useCaseCounts } from './case-questions.ts';
import styles from './filters.module.css';

const address = (filter: CaseFilter): string => `/cases${queryText(queryOf(filter))}`;

/** The filters of the list. States are links; what has many values is a choice that leads to a link's address. */
export function Filters({ filter }: { readonly filter: CaseFilter }): ReactNode {
  const counts = useCaseCounts().data?.byStatus;
  const only = filter.status?.length === 1 ? filter.status[0] : undefined;
  return (
    <div className={styles['filters']} role="group" aria-label={words.cases.filters}>
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
            isOn={only === status}
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
      <FilterChips filter={filter} />
      <Choices filter={filter} />
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
      to={address(to)}
      className={`${styles['state']} ${isOn ? styles['on'] : ''}`}
      aria-current={isOn ? 'true' : undefined}
    >
      {name}
      {count === undefined || count === 0 ? null : <span className={styles['count']}>{counted(count)}</span>}
    </Link>
  );
}

function Choices({ filter }: { readonly filter: CaseFilter }): ReactNode {
  const go = useNavigate();
  const teams = useTeams();
  const choose = (part: Parameters<typeof withPart>[1]): void => void go(address(withPart(filter, part)));
  return (
    <div className={styles['choices']}>
      <Choice
        label={words.cases.team}
        value={filter.team}
        options={(teams.data ?? []).map((team) => ({ value: team.id, label: team.name }))}
        onChoose={(team) => choose({ team })}
      />
      <Choice
        label={words.cases.brokenStep}
        value={filter.brokenStep}
        options={BROKEN_STEPS.map((step) => ({ value: step, label: step }))}
        onChoose={(value) => choose({ brokenStep: BROKEN_STEPS.find((step) => step === value) })}
      />
      <Choice
        label={words.cases.ownError}
        value={filter.ownError === undefined ? undefined : String(filter.ownError)}
        options={[
          { value: 'true', label: words.cases.yes },
          { value: 'false', label: words.cases.no },
        ]}
        onChoose={(value) => choose({ ownError: value === undefined ? undefined : value === 'true' })}
      />
      <Choice
        label={words.cases.sort}
        value={filter.sort ?? 'changed'}
        options={SORTS.map((sort) => ({ value: sort, label: words.cases.sorts[sort] }))}
        onChoose={(value) => choose({ sort: SORTS.find((sort) => sort === value) })}
        isClearable={false}
      />
      {filterCount(filter) === 0 ? null : (
        <Button component={Link} to="/cases" variant="subtle" color="gray" c="var(--soft)">
          {words.cases.clear}
        </Button>
      )}
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChoose,
  isClearable = true,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string | undefined) => void;
  readonly isClearable?: boolean;
}): ReactNode {
  return (
    <Select
      size="xs"
      w={148}
      aria-label={label}
      placeholder={label}
      data={[...options]}
      value={value ?? null}
      onChange={(chosen) => onChoose(chosen ?? undefined)}
      clearable={isClearable}
      allowDeselect={isClearable}
      comboboxProps={{ transitionProps: { duration: 80 } }}
    />
  );
}
