import type { CaseRow } from '../../definitions/model/views/case.ts';
import { words } from '../shell/words.ts';

/** Who owns a case, in words: 'Ana Ruiz · North', 'North', 'nobody yet'. */
export function ownerText(owner: CaseRow['owner']): string {
  const named = [owner.person?.name, owner.team?.name].filter((name) => name !== undefined && name !== '');
  return named.length === 0 ? words.cases.nobody : named.join(' · ');
}
