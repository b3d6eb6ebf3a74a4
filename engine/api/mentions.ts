import type { CaptureVerdict, IncomingMention } from '../../definitions/model/mention.ts';
import type { CaptureAnswer, ImportProgress } from '../../definitions/model/views/mention.ts';
import type { CaptureOptions } from '../store/mentions.ts';
import type { Store } from '../store/store.ts';
import type { Deps } from './deps.ts';
import {
  CaptureAnswerSchema,
  CaptureBodySchema,
  ImportParams,
  ImportProgressSchema,
  IncomingMentionSchema,
  LenientCaptureBodySchema,
} from './mention.schema.ts';
import { fieldErrors } from './parse.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

/** Room for 1,000 long mentions. */
export const CAPTURE_LIMIT = 12 * 1024 * 1024;

export function mentionRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'captureMentions',
      summary: 'Stores one mention or a batch; each gets its own verdict',
      method: 'post',
      path: '/api/mentions',
      access: 'signed in',
      bodyLimit: CAPTURE_LIMIT,
      body: LenientCaptureBodySchema,
      bodyAsDocumented: CaptureBodySchema,
      answer: CaptureAnswerSchema,
      async handle({ body }): Promise<CaptureAnswer> {
        const options = body.importId === undefined ? {} : { importId: body.importId };
        return { verdicts: await captureEach(store, body.mentions, options) };
      },
    }),
    defineRoute({
      id: 'readImport',
      summary: 'How far an import has come',
      method: 'get',
      path: '/api/imports/:importId',
      access: 'signed in',
      params: ImportParams,
      answer: ImportProgressSchema,
      handle: ({ params }): Promise<ImportProgress> => store.imports.progress(params.importId),
    }),
  ];
}

/**
 * Judges each by its shape, hands the well-formed ones to the store in one batch, and lays the verdicts back into
 * the order given. Nothing is acknowledged that the store did not acknowledge.
 */
export async function captureEach(
  store: Store,
  given: readonly unknown[],
  options: CaptureOptions,
): Promise<CaptureVerdict[]> {
  const readings = given.map(readMention);
  const wellFormed = readings.flatMap((reading) => ('mention' in reading ? [reading.mention] : []));
  const stored = wellFormed.length === 0 ? [] : await store.mentions.capture(wellFormed, options);
  const verdicts = stored[Symbol.iterator]();
  return readings.map((reading) => {
    if (!('mention' in reading)) return reading;
    const next = verdicts.next();
    if (next.done) throw new Error('The store gave fewer verdicts than mentions.');
    return next.value;
  });
}

type Reading = { readonly mention: IncomingMention } | Extract<CaptureVerdict, { status: 'rejected' }>;

function readMention(given: unknown): Reading {
  const read = IncomingMentionSchema.safeParse(given);
  if (read.success) return { mention: read.data };
  const [first] = fieldErrors(read.error);
  return { status: 'rejected', field: first?.field ?? '', reason: first?.reason ?? 'not a mention' };
}
