import type { StuckGroup } from '../../definitions/model/views/incident.ts';
import { words } from '../shell/words.ts';

type Cause = Pick<StuckGroup, 'kind' | 'code' | 'nodeName'>;

/** What holds a case up, in a sentence, and, if there is more to say, how. */
export function causeOf({ kind, code, nodeName }: Cause): {
  readonly title: string;
  readonly how: string | null;
} {
  const how = words.stuck.codes[code] ?? (/^[a-z][a-z ]+$/.test(code) && code !== kind ? code : null);
  return { title: (words.stuck.causes[kind] ?? words.stuck.cause)(nodeName), how };
}

/** What usually helps against it, in a sentence or two. */
export function helpFor({ kind, code }: Pick<Cause, 'kind' | 'code'>): string {
  const { helpsByCode, helpsByKind, helpOtherwise } = words.stuck;
  return helpsByCode[code] ?? helpsByKind[kind] ?? helpOtherwise;
}
