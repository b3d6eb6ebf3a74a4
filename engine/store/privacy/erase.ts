import type { Database } from '../database.ts';
import type { ErasureRequest } from '../erasure.ts';
import type { ErasureDoc } from '../models/erasure.ts';
import { StoreProblem } from '../problem.ts';
import { inTransaction, upserted } from '../transaction.ts';
import { docsWith, idsOf } from './documents-of.ts';
import { emptyDocuments } from './empty.ts';
import { digestOfWord, freeWordsOf } from './free-words.ts';
import { PERSONAL_DATA, STANDINGS } from './personal-data.ts';
import { digestOf } from './proof.ts';
import { inChunks, NOBODY, scopeOf, type PersonScope } from './scope.ts';

/** Documents of one transaction: few enough for every server that we run on, and seldom in anybody's way. */
const AT_ONCE = 200;
/** What is heard while somebody is erased may still come under their old profile; it is gone through once more. */
const MOST_PASSES = 5;

/** Writes down that these people are to be erased; finds it again if it was written down before. */
export async function beginErasure(
  db: Database,
  request: ErasureRequest,
): Promise<{ readonly doc: ErasureDoc; readonly wasDone: boolean }> {
  const profileIds = [...new Set(request.profileIds)].sort();
  const customerIds = [...new Set(request.customerIds ?? [])].sort();
  await refuseUnlessPeople(db, profileIds, customerIds);
  const { by, reference, why } = request;
  const fresh = { by, reference, why, begunAt: db.now(), doneAt: null, taken: {}, digest: null, words: [] };
  const key = (await keyOfBefore(db, profileIds)) ?? [...profileIds, ...customerIds].join(' ');
  const doc = await upserted(() =>
    db.models.erasures.findOneAndUpdate(
      { key },
      {
        $setOnInsert: { _id: db.newId(), profileIds, ...fresh, casesInWork: false },
        $addToSet: { customerIds: { $each: customerIds } },
      },
      { upsert: true, returnDocument: 'after', lean: true },
    ),
  );
  return { doc, wasDone: doc.doneAt !== null };
}

/** Of the erasure in which all of these were erased already, with others or alone. */
async function keyOfBefore(db: Database, profileIds: readonly string[]): Promise<string | null> {
  const [first] = profileIds;
  if (first === undefined) return null;
  const docs = await db.models.erasures.find({ profileIds: first }).sort({ begunAt: 1 }).lean();
  return docs.find((doc) => profileIds.every((id) => doc.profileIds.includes(id)))?.key ?? null;
}

/** Empties whatever is left, batch by batch, and writes down what proves it. Twice changes nothing. */
export async function finishErasure(
  db: Database,
  erasure: ErasureDoc,
): Promise<{ readonly doc: ErasureDoc; readonly emptied: number }> {
  const { erasures } = db.models;
  const { _id, profileIds, customerIds } = erasure;
  // Their names first: who is heard of under the old name from here on is somebody new.
  const names = await emptyNames(db, _id, profileIds);
  let scope = await scopeOf(db, profileIds, customerIds);
  const words = new Set([...erasure.words, ...(await wordsOf(db, scope))]);
  // What is broken off must still know them when the tasks that tell of them are emptied.
  if (words.size > 0) await erasures.updateOne({ _id }, { $addToSet: { words: { $each: [...words] } } });
  let emptied = names;
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const now = await emptyAll(db, _id, { scope, words });
    emptied += now;
    if (now === 0) break;
    scope = await scopeOf(db, profileIds, customerIds);
  }
  const casesInWork = await someInWork(db, scope);
  if (emptied === 0 && erasure.doneAt !== null) {
    if (erasure.casesInWork && !casesInWork)
      await erasures.updateOne({ _id }, { $set: { casesInWork, words: [] } });
    return { doc: { ...erasure, casesInWork }, emptied };
  }
  const doneAt = db.now();
  const digest = await digestOf(db, scope, doneAt);
  const doc = await erasures
    .findOneAndUpdate(
      { _id },
      { $set: { doneAt, digest, casesInWork, words: casesInWork ? [...words] : [] } },
      { returnDocument: 'after' },
    )
    .lean();
  if (doc === null) throw new Error('An erasure that was begun is not there.');
  return { doc, emptied };
}

function emptyNames(db: Database, erasureId: string, profileIds: readonly string[]): Promise<number> {
  const scope = { ...NOBODY, profileIds: new Set(profileIds) };
  return emptyAll(db, erasureId, { scope, words: new Set() }, 'profiles');
}

/** Empties what stands of them, one batch a transaction, each with its count; answers how many held something. */
async function emptyAll(
  db: Database,
  erasureId: string,
  erasing: { readonly scope: PersonScope; readonly words: ReadonlySet<string> },
  only?: string,
): Promise<number> {
  let sum = 0;
  for (const [name, standing] of STANDINGS) {
    if (only !== undefined && name !== only) continue;
    const ids = await idsOf(db, name, standing.whose(erasing.scope));
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const part = ids.slice(from, from + AT_ONCE);
      sum += await inTransaction(db, async (session) => {
        const how = { standing, erasing, at: db.now() };
        const count = await emptyDocuments(db, name, part, how, session);
        if (count > 0)
          await db.models.erasures.updateOne(
            { _id: erasureId },
            { $inc: { [`taken.${name}`]: count } },
            { session },
          );
        return count;
      });
    }
  }
  return sum;
}

/** Digests of short answers that were typed in their cases, and of values that were corrected there. */
async function wordsOf(db: Database, scope: PersonScope): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of ['tasks', 'audit'] as const) {
    const ids = await idsOf(db, name, PERSONAL_DATA[name].whose(scope));
    for (const part of inChunks(ids))
      found.push(...(await docsWith(db, name, part)).flatMap(freeWordsOf).map(digestOfWord));
  }
  return found;
}

async function someInWork(db: Database, scope: PersonScope): Promise<boolean> {
  for (const part of inChunks(scope.caseIds)) {
    const found = await db.models.cases
      .findOne({ _id: { $in: part }, status: { $nin: ['closed', 'continued'] } })
      .select({ _id: 1 })
      .lean();
    if (found !== null) return true;
  }
  return false;
}

async function refuseUnlessPeople(
  db: Database,
  profileIds: readonly string[],
  customerIds: readonly string[],
): Promise<void> {
  const { profiles, customers, mentions } = db.models;
  const found = [
    ...(await profiles
      .find({ _id: { $in: [...profileIds] } })
      .select({ _id: 1 })
      .lean()),
    ...(await customers
      .find({ _id: { $in: [...customerIds] } })
      .select({ _id: 1 })
      .lean()),
  ];
  const wanted = profileIds.length + customerIds.length;
  if (wanted === 0 || found.length < wanted)
    throw new StoreProblem(
      'not found',
      'There is no such person.',
      'Look them up by their e-mail address, or take the profile from one of their cases.',
    );
  for (const profileId of profileIds) {
    const said = (direction: 'inbound' | 'outbound') =>
      mentions.findOne({ profileId, direction }).select({ _id: 1 }).lean();
    if ((await said('outbound')) !== null && (await said('inbound')) === null)
      throw new StoreProblem(
        'refused',
        'This is an account that the company itself answers from.',
        'Name the profile of somebody who wrote to the company.',
      );
  }
}
