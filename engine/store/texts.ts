import { cleanText } from './capture/clean-text.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { TextDoc } from './models/text.ts';
import { untilWritten } from './transaction.ts';

/** What a text is: the answer of a form, a note of a colleague, the reason for an act. */
export type TextKind = 'answer' | 'note' | 'reason';

export interface StoredText {
  readonly id: string;
  readonly caseId: string;
  readonly kind: TextKind;
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

/** Texts that people wrote for a case. Runs know their ids alone. */
export interface TextStore {
  /** Answers the text's id. */
  put(text: {
    readonly caseId: string;
    readonly kind: TextKind;
    readonly text: string;
    readonly by: string;
  }): Promise<string>;
  get(textId: string): Promise<{ readonly text: string } | { readonly erased: true } | null>;
  byCase(caseId: string, kind?: TextKind): Promise<readonly StoredText[]>;
  erase(textId: string): Promise<void>;
}

export function textStore(db: Database): TextStore {
  const { texts } = db.models;
  return {
    async put({ caseId, kind, text, by }) {
      const doc: TextDoc = {
        _id: db.newId(),
        caseId,
        kind,
        by,
        at: db.now(),
        text: cleanText(text),
        erasedAt: null,
      };
      await texts.insertMany([doc], { lean: true });
      return doc._id;
    },
    async get(textId) {
      const doc = await texts.findById(textId).lean();
      if (doc === null) return null;
      return doc.erasedAt === null ? { text: doc.text } : { erased: true };
    },
    async byCase(caseId, kind) {
      const docs = await texts
        .find({ caseId, erasedAt: null, ...(kind !== undefined && { kind }) })
        .sort({ at: 1 })
        .lean();
      return docs.map(({ _id, at, text, by, kind: what }) => ({
        id: _id,
        caseId,
        kind: what,
        by,
        at: iso(at),
        text,
      }));
    },
    async erase(textId) {
      const erased = { $set: { text: '', erasedAt: db.now() } };
      await untilWritten(() => texts.updateOne({ _id: textId, erasedAt: null }, erased));
    },
  };
}
