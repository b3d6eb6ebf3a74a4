import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ACTS, EARSHOT } from '../../definitions/model/act.ts';
import type { AuditFilter } from '../../definitions/model/views/audit.ts';
import { Chips } from '../filter/chips.tsx';
import { FilterMenu } from '../filter/filter-menu.tsx';
import styles from '../filter/filters.module.css';
import { usePeople } from '../people/people-questions.ts';
import { useMe } from '../shell/session.tsx';
import { words } from '../shell/words.ts';
import { recordAddress } from './record-filter.ts';

/** The filters of the record, all of them links: who, what, and the case that came with a link. */
export function RecordFilters({
  filter,
  caseTitle,
}: {
  readonly filter: AuditFilter;
  /** Of the case that is filtered by, once it is known. */
  readonly caseTitle: string | undefined;
}): ReactNode {
  const me = useMe().id;
  const people = usePeople().data ?? [];
  const who = filter.who === 'me' ? me : filter.who;
  return (
    <div className={styles['filters']} role="group" aria-label={words.filters.label}>
      <div className={styles['choices']}>
        <FilterMenu
          label={words.record.columns.who}
          options={[...people, { id: EARSHOT, name: words.record.system }].map(({ id, name }) => ({
            name,
            isOn: id === who,
            to: recordAddress(filter, { who: id }),
          }))}
          without={recordAddress(filter, { who: undefined })}
        />
        <FilterMenu
          label={words.record.columns.act}
          options={ACTS.map((act) => ({
            name: words.record.acts[act],
            isOn: act === filter.act,
            to: recordAddress(filter, { act }),
          }))}
          without={recordAddress(filter, { act: undefined })}
        />
        {Object.keys(filter).length === 0 ? null : (
          <Button component={Link} to="/record" size="xs" variant="subtle" color="gray" c="var(--soft)">
            {words.filters.clear}
          </Button>
        )}
      </div>
      <Chips
        chips={
          filter.caseId === undefined
            ? []
            : [
                {
                  key: 'case',
                  said: caseTitle ? words.record.inCase(caseTitle) : words.record.oneCase,
                  to: recordAddress(filter, { caseId: undefined }),
                },
              ]
        }
      />
    </div>
  );
}
