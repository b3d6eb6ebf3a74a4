import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import { queryText } from '../shell/api.ts';
import { dayOf } from '../shell/moment.ts';
import { words } from '../shell/words.ts';
import { queryOf, withPart } from './case-filter.ts';
import styles from './filters.module.css';

/** Filters that came with a link and have no choice of their own; each can be taken out again. */
export function FilterChips({ filter }: { readonly filter: CaseFilter }): ReactNode {
  const chips = [
    { part: { channel: undefined }, said: filter.channel },
    { part: { brand: undefined }, said: filter.brand },
    { part: { region: undefined }, said: filter.region },
    { part: { priority: undefined }, said: filter.priority },
    { part: { outcome: undefined }, said: filter.outcome },
    {
      part: { dueBefore: undefined },
      said: filter.dueBefore && words.cases.dueBefore(dayOf(filter.dueBefore)),
    },
    { part: { revision: undefined }, said: filter.revision && words.cases.oneRevision },
    { part: { node: undefined }, said: filter.node && words.cases.oneStep },
    {
      part: { person: undefined },
      said: filter.person === undefined || filter.person === 'me' ? undefined : words.cases.onePerson,
    },
  ].filter((chip) => chip.said !== undefined);
  return chips.map(({ part, said }) => (
    <Link
      key={Object.keys(part)[0]}
      to={`/cases${queryText(queryOf(withPart(filter, part)))}`}
      className={styles['chip']}
      aria-label={words.cases.without(said ?? '')}
    >
      {said}
      <IconX size={12} aria-hidden />
    </Link>
  ));
}
