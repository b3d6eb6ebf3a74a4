import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CallerProblem } from '../caller-problem.ts';
import { activityFiles } from './activity-files.ts';
import type { ActivityNames } from './activity-names.ts';

const OFFERED = 'workers/activities/shipped.ts';

/**
 * Writes the files of a new activity below the project's root and has workers offer it. Refuses, before anything is
 * written, if one of them is there. Answers the paths of what was written or changed.
 */
export function writeActivity(root: string, names: ActivityNames): readonly string[] {
  const files = activityFiles(names);
  const there = files.find(({ path }) => existsSync(join(root, path)));
  if (there !== undefined)
    throw new CallerProblem('exists', `${there.path} is there already`, 'choose another name');
  const offered = withOffer(readFileSync(join(root, OFFERED), 'utf8'), names);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  writeFileSync(join(root, OFFERED), offered);
  return [...files.map(({ path }) => path), OFFERED];
}

/** The list of what workers offer with one more: its import and its entry at the end of each. */
function withOffer(list: string, { camel, kebab }: ActivityNames): string {
  const lastImport = list.lastIndexOf('\nimport ');
  const afterImports = list.indexOf('\n', lastImport + 1) + 1;
  const end = list.lastIndexOf('];');
  if (lastImport < 0 || end < 0)
    throw new CallerProblem(
      'ill-formed',
      `${OFFERED} does not end in a list`,
      'add the activity to it by hand',
    );
  return (
    list.slice(0, afterImports) +
    `import { ${camel} } from './${kebab}.ts';\n` +
    list.slice(afterImports, end) +
    `  ${camel},\n` +
    list.slice(end)
  );
}
