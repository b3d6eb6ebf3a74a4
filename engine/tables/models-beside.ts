import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import type { DecisionModel } from '../../definitions/decision/model.ts';

/** Models that stand beside a DMN file, if it imports any; what is none is passed over. */
export async function modelsBeside(
  file: string,
  { imports }: DecisionModel,
): Promise<readonly DecisionModel[]> {
  if (imports.length === 0) return [];
  const folder = path.dirname(path.resolve(file));
  const others = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.dmn') && entry.name !== path.basename(file),
  );
  const read = await Promise.all(
    others.map(({ name }) => readDmn(readFileSync(path.join(folder, name), 'utf8'))),
  );
  return read.flatMap((one) => ('model' in one ? [one.model] : []));
}
