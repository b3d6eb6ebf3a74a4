import type { StuckGroup } from '../../definitions/model/views/incident.ts';
import { words } from '../shell/words.ts';

/** What holds a case up, in a sentence, and, if there is more to say, how. */
export function causeOf({ kind, code, nodeName }: Pick<StuckGroup, 'kind' | 'code' | 'nodeName'>): {
  readonly title: string;
  readonly how: string | null;
} {
  const how = words.stuck.codes[code] ?? (/^[a-z][a-z ]+$/.test(code) && code !== kind ? code : null);
  return { title: (words.stuck.causes[kind] ?? words.stuck.cause)(nodeName), how };
}
