import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replayHistories } from '../../workers/host/replay-histories.ts';
import { bundleOnce } from './case-server.ts';
import { HISTORIES } from './record-history.ts';

describe('what was recorded', () => {
  it('replays through this build, every history', async () => {
    expect(existsSync(HISTORIES)).toBe(true);
    const { bundle } = await bundleOnce();
    const findings = await replayHistories(HISTORIES, bundle);
    expect(findings.length).toBeGreaterThanOrEqual(12);
    expect(findings.filter((finding) => finding.problem !== null)).toEqual([]);
  });

  it('runs in a bundle that reaches neither zod nor Node nor the packages of other rooms', async () => {
    const { bundle } = await bundleOnce();
    const modules = [...bundle.code.matchAll(/^\s*"?(?:!\*{3}|\/\*{3}\/ ?)?"?(\.\/[^"\s]+?)"/gm)].map(
      (found) => found[1] ?? '',
    );
    const reached = (name: string): boolean =>
      modules.some((module) => module.includes(name)) || bundle.code.includes(`node_modules/${name}/`);
    for (const name of ['zod', 'mongoose', 'express', 'pino', 'react'])
      expect(reached(name), name).toBe(false);
    expect(bundle.code).toContain('engine/interpreter/');
  });
});
