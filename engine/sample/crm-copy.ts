import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Stuck } from './script.schema.ts';
import { CRM_FOLDER } from './story.ts';

/** Puts the story's customer systems where the worker reads them, as they are before the story, in one move. */
export async function putCrmsInPlace(folder: string): Promise<void> {
  const beside = dirname(folder);
  await mkdir(beside, { recursive: true });
  const fresh = await mkdtemp(join(beside, 'sample-crm-'));
  await cp(CRM_FOLDER, fresh, { recursive: true });
  await removeCrms(folder);
  try {
    await rename(fresh, folder);
  } catch (error) {
    await removeCrms(fresh);
    if (!isThereAlready(error)) throw error;
  }
}

/** Of two that start a story at once the second finds what the first put there: the same. */
function isThereAlready(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
}

export async function removeCrms(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Puts the broken line of a customer system right; one that is right already stays as it is. */
export async function repairCrm(folder: string, { crm, file, from, to }: Stuck['repair']): Promise<void> {
  const path = join(folder, crm, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) return;
  const mended = `${path}.mended`;
  await writeFile(mended, text.replace(from, to));
  await rename(mended, path);
}
