import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const ROOMS = ['definitions', 'engine', 'workers', 'editor'] as const;

const ReportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    totalCruised: z.number(),
  }),
});

/** Imports that the map of rooms forbids, in a tree that has these rooms. */
export async function violations(
  tree: string = ROOT,
  rooms: readonly string[] = ROOMS,
): Promise<{ readonly found: readonly string[]; readonly modules: number }> {
  const output = path.join(
    tmpdir(),
    `earshot-rooms-${process.pid}-${Math.random().toString(36).slice(2)}.json`,
  );
  const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(ROOT, '.dependency-cruiser.cjs');
  const args = [program, '--config', config, '--output-type', 'json', '--output-to', output, ...rooms];
  const { failure, stderr } = await new Promise<{ failure: Error | null; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { cwd: tree }, (error, _stdout, errors) =>
      resolve({ failure: error, stderr: errors }),
    );
  });
  // It exits with the number of violations; only without a report did it fail.
  const report = await readFile(output, 'utf8').catch(() => {
    throw new Error(`dependency-cruiser gave no report: ${failure?.message ?? ''} ${stderr}`);
  });
  const { summary } = ReportSchema.parse(JSON.parse(report));
  return {
    found: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    modules: summary.totalCruised,
  };
}
