import type { ActivityNames } from './activity-names.ts';

/** A file to be written, its path from the project's root. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The activity, its test and its page of docs: each works as it stands, and is made one's own from there. */
export function activityFiles(names: ActivityNames): readonly NewFile[] {
  const { kebab } = names;
  return [
    { path: `workers/activities/${kebab}.ts`, text: activity(names) },
    { path: `test/workers/${kebab}.test.ts`, text: test(names) },
    { path: `docs/activities/${kebab}.md`, text: page(names) },
  ];
}

function activity({ camel, title }: ActivityNames): string {
  return `import { z } from 'zod';
import { defineActivity } from '../sdk/define-activity.ts';

/** Says what it does with what, in one sentence. */
export const ${camel} = defineActivity({
  name: '${camel}',
  title: '${title}',
  description: 'Counts the mentions of the case.',
  icon: 'bolt',
  // Facts and ids alone: what people wrote stays in the store.
  input: z.strictObject({ atLeast: z.number().min(0).default(1).describe('How many count as many') }),
  output: z.object({ count: z.number(), many: z.boolean() }),
  // none, own: in our store; keyed, searchable, once: in the world, by way of the ledger (context.effect).
  effect: 'none',
  async run({ atLeast }, { store, call }) {
    const { length: count } = await store.mentions.byCase(call.caseId);
    return { count, many: count >= atLeast };
  },
});
`;
}

function test({ camel, kebab, title }: ActivityNames): string {
  return `import { afterAll, beforeAll, expect, it } from 'vitest';
import { ${camel} } from '../../workers/activities/${kebab}.ts';
import { openActivityKit, type ActivityKit } from '../../workers/sdk/activity-kit.ts';

let kit: ActivityKit;
beforeAll(async () => {
  kit = await openActivityKit();
});
afterAll(() => kit.close());

it('${title.toLowerCase()}: counts what was said', async () => {
  const caseId = await kit.hear('Nobody came.');
  expect(await kit.run(${camel}, { caseId, input: { atLeast: 1 } })).toEqual({ count: 1, many: true });
  expect(await kit.run(${camel}, { caseId, input: { atLeast: 2 } })).toEqual({ count: 1, many: false });
});

it('${title.toLowerCase()}: refuses an input that it does not know', async () => {
  const caseId = await kit.hear('Hello?');
  await expect(kit.run(${camel}, { caseId, input: { shoe: 44 } })).rejects.toMatchObject({
    code: 'invalid input',
  });
});
`;
}

function page({ camel, title }: ActivityNames): string {
  return `# ${title}

In drawings: \`${camel}\`.

Takes:

- \`atLeast\` (number): how many count as many; 1 if it is left out.

Answers:

- \`count\` (number): mentions of the case.
- \`many\` (boolean): whether they are as many as asked.

Effect: none. It can be done again at any time.
`;
}
