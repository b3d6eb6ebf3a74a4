import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What draws the icons of activities, and nothing else. */
const DRAWN_BY = 'drawing/activity-icon.tsx';

/** Names of files of the icons with which activities alone are drawn: what other pages are drawn with as well is theirs. */
export function iconsOfActivities(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const others = files.filter((file) => /\.tsx?$/.test(file) && file !== join(DRAWN_BY));
  const elsewhere = new Set(others.flatMap((file) => [...namedIn(join(folder, file))]));
  const own = [...namedIn(join(folder, DRAWN_BY))].filter((name) => !elsewhere.has(name));
  return new Set(own.map((name) => `${name}.mjs`));
}

function namedIn(file: string): ReadonlySet<string> {
  return new Set(readFileSync(file, 'utf8').match(/\bIcon[A-Z]\w*/g));
}
