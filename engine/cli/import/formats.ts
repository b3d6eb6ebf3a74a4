import { readCsv } from './csv.ts';
import { readEml } from './eml.ts';
import type { Format } from './format-names.ts';
import { readJsonl } from './jsonl.ts';
import { readMbox } from './mbox.ts';
import type { Reader } from './read-file.ts';
import { readTwcs } from './twcs.ts';
import type { ChannelKind } from '../../../definitions/model/mention.ts';

/** How each format is read, and which kind of channel it usually comes from. */
export const FORMAT: Record<Format, { readonly read: Reader; readonly kind: ChannelKind }> = {
  twcs: { read: readTwcs, kind: 'tweet' },
  csv: { read: readCsv, kind: 'webhook' },
  jsonl: { read: readJsonl, kind: 'webhook' },
  eml: { read: readEml, kind: 'email' },
  mbox: { read: readMbox, kind: 'email' },
};
