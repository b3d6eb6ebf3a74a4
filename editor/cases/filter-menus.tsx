import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { BROKEN_STEPS } from '../../definitions/model/case.ts';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import { FilterMenu } from '../filter/filter-menu.tsx';
import styles from '../filter/filters.module.css';
import { useTeams } from '../people/people-questions.ts';
import { words } from '../shell/words.ts';
import { filterAddress, filterCount, SORTS, withPart } from './case-filter.ts';
import { useCaseValues } from './case-questions.ts';

/** The filters that have many values. What the cases at hand have but one value of is not offered. */
export function FilterMenus({ filter }: { readonly filter: CaseFilter }): ReactNode {
  const teams = useTeams().data ?? [];
  const values = useCaseValues().data;
  const named = teams.some(({ id }) => id === filter.team)
    ? teams
    : [...teams, ...(filter.team === undefined ? [] : [{ id: filter.team, name: words.cases.goneTeam }])];
  return (
    <div className={styles['choices']}>
      <ValueMenu filter={filter} part="channel" values={values?.channels} />
      <FilterMenu
        label={words.cases.team}
        options={named.map(({ id, name }) => ({
          name,
          isOn: filter.team === id,
          to: addressWith(filter, { team: id }),
        }))}
        without={addressWith(filter, { team: undefined })}
      />
      <ValueMenu filter={filter} part="region" values={values?.regions} />
      <ValueMenu filter={filter} part="priority" values={values?.priorities} />
      <FilterMenu
        label={words.cases.brokenStep}
        options={BROKEN_STEPS.map((step) => ({
          name: step,
          isOn: filter.brokenStep === step,
          to: addressWith(filter, { brokenStep: step }),
        }))}
        without={addressWith(filter, { brokenStep: undefined })}
      />
      <FilterMenu
        label={words.cases.ownError}
        options={[true, false].map((ownError) => ({
          name: words.cases.ownErrors[ownError ? 'yes' : 'no'],
          isOn: filter.ownError === ownError,
          to: addressWith(filter, { ownError }),
        }))}
        without={addressWith(filter, { ownError: undefined })}
      />
      <ValueMenu filter={filter} part="brand" values={values?.brands} />
      <FilterMenu
        label={words.cases.sort}
        options={SORTS.map((sort) => ({
          name: words.cases.sorts[sort],
          isOn: (filter.sort ?? 'changed') === sort,
          to: addressWith(filter, { sort: sort === 'changed' ? undefined : sort }),
        }))}
      />
      {filterCount(filter) === 0 ? null : (
        <Button component={Link} to="/cases" size="xs" variant="subtle" color="gray" c="var(--soft)">
          {words.filters.clear}
        </Button>
      )}
    </div>
  );
}

/** A filter by one of the values that cases have; the one in the address is offered too, whether a case has it or not. */
function ValueMenu({
  filter,
  part,
  values = [],
}: {
  readonly filter: CaseFilter;
  readonly part: 'channel' | 'region' | 'priority' | 'brand';
  readonly values: readonly string[] | undefined;
}): ReactNode {
  const chosen = filter[part];
  const offered = chosen === undefined || values.includes(chosen) ? values : [chosen, ...values];
  if (offered.length < 2 && chosen === undefined) return null;
  return (
    <FilterMenu
      label={words.cases[part]}
      options={offered.map((value) => ({
        name: value,
        isOn: value === chosen,
        to: addressWith(filter, { [part]: value }),
      }))}
      without={addressWith(filter, { [part]: undefined })}
    />
  );
}

function addressWith(...[filter, part]: Parameters<typeof withPart>): string {
  return filterAddress(withPart(filter, part));
}
