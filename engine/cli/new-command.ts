import { Command } from 'commander';
import { projectRoot } from '../local/project-root.ts';
import { activityNames } from './new-activity/activity-names.ts';
import { writeActivity } from './new-activity/write-activity.ts';

/** `earshot new activity NAME`: an activity with its test and its page of docs, offered by workers from their next start. */
export function newCommand(): Command {
  const activity = new Command('activity')
    .description('write an activity, its test and its page of docs')
    .argument('<name>', 'as in sendParcel')
    .option('--json', 'print JSON')
    .action((name: string, { json }: { json?: true }) => {
      const names = activityNames(name);
      const written = writeActivity(projectRoot, names);
      process.stdout.write(
        json
          ? `${JSON.stringify({ name: names.camel, written })}\n`
          : `${written.map((path) => `wrote ${path}\n`).join('')}Try it: npm test -- test/workers/${names.kebab}.test.ts\n`,
      );
    });
  return new Command('new').description('begin something new').addCommand(activity);
}
