import type { ReactNode } from 'react';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import { Chips, type Chip } from '../filter/chips.tsx';
import { useNames } from '../people/people-questions.ts';
import { dayOf } from '../shell/moment.ts';
import type { Names } from '../shell/plain-value.ts';
import { words } from '../shell/words.ts';
import { filterAddress, withPart } from './case-filter.ts';

/** Filters that came with a link and have no choice of their own; each can be taken out again. */
export function FilterChips({
  filter,
  stepName,
}: {
  readonly filter: CaseFilter;
  /** Of the step that is filtered by, once it is known. */
  readonly stepName: string | undefined;
}): ReactNode {
  return <Chips chips={chipsOf(filter, useNames(), stepName)} />;
}

function chipsOf(filter: CaseFilter, names: Names, stepName: string | undefined): readonly Chip[] {
  const { chips } = words.cases;
  const yesNo = (value: boolean | undefined, said: { readonly yes: string; readonly no: string }) =>
    value === undefined ? undefined : said[value ? 'yes' : 'no'];
  const person = filter.person === 'me' ? undefined : filter.person;
  const said: readonly (readonly [Parameters<typeof withPart>[1], string | undefined])[] = [
    [{ outcome: undefined }, filter.outcome],
    [{ dueBefore: undefined }, filter.dueBefore && words.cases.dueBefore(dayOf(filter.dueBefore))],
    [{ openedSince: undefined }, filter.openedSince && chips.openedSince(dayOf(filter.openedSince))],
    [{ revision: undefined }, filter.revision && words.cases.oneRevision],
    [{ ofFlow: undefined }, filter.ofFlow && words.cases.oneFlow],
    [
      { node: undefined, flow: undefined },
      filter.node && (stepName === undefined ? words.cases.oneStep : words.cases.atStep(stepName)),
    ],
    [{ person: undefined }, person && (names.get(person) ?? words.cases.onePerson)],
    [{ begun: undefined }, yesNo(filter.begun, chips.begun)],
    [{ worth: undefined }, filter.worth && chips.worth[filter.worth]],
    [{ answered: undefined }, yesNo(filter.answered, chips.answered)],
    [{ wroteAgain: undefined }, yesNo(filter.wroteAgain, chips.wroteAgain)],
    [{ customerId: undefined }, filter.customerId && chips.oneCustomer],
    [{ importId: undefined }, filter.importId && chips.oneImport],
  ];
  return said.flatMap(([part, text]) =>
    text === undefined
      ? []
      : [{ key: Object.keys(part).join(), said: text, to: filterAddress(withPart(filter, part)) }],
  );
}
