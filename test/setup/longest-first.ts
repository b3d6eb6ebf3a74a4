import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first: one that begins last is waited for by a machine that has nothing else to do. */
const LONGEST = [
  'test/chaos/sample-day.test.ts',
  'test/local/start.test.ts',
  'test/sample/sample-day.test.ts',
  'test/chaos/servers-die.test.ts',
  'test/chaos/kill.test.ts',
  'test/runs/watcher.test.ts',
  'test/workflows/local-tries.test.ts',
  'test/chaos/two-apis.test.ts',
  'test/workflows/local-tries-killed.test.ts',
  'test/cli/publish.test.ts',
  'test/cli/process.test.ts',
  'test/e2e/inspector.test.ts',
  'test/e2e/publish.test.ts',
  'test/e2e/analyst-story.test.ts',
  'test/e2e/pages.test.ts',
  'test/e2e/decisions.test.ts',
  'test/e2e/nothing-lost.test.ts',
  'test/e2e/bad-input.test.ts',
];

/** Runs what takes longest first, also where nobody has run it yet (by size, files that start servers come last). */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.indexOf(relative(this.ctx.config.root, moduleId));
      return place === -1 ? LONGEST.length : place;
    };
    return sorted.sort((a, b) => groupOf(a) - groupOf(b) || placeOf(a) - placeOf(b));
  }
}
