import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Role } from '../../definitions/model/people.ts';
import { callerFor, type Caller } from '../../engine/api/caller.ts';
import { logPlace } from '../../engine/api/log-place.ts';
import { PEOPLE } from './served.ts';

const logs = mkdtempSync(join(tmpdir(), 'earshot-logs-'));
writeFileSync(join(logs, 'worker.log'), '');
afterAll(() => rmSync(logs, { recursive: true }));

const on = { logs, sampleDay: null };
const [somebody] = PEOPLE;
if (somebody === undefined) throw new Error('Nobody is there');
const as = (...roles: readonly Role[]): Caller => {
  const person = { ...somebody, roles };
  return { ...callerFor(person), self: person, mayWorkAs: false };
};
const failed = {
  ...{ caseId: 'a case', kind: 'activity failed', code: 'refused', node: 'send', fromOutside: false },
  at: '2026-03-02T10:00:05.000Z',
};

describe('where a log tells more of what is stuck', () => {
  it('is told engineers, and admins, who may everything, and nobody else', () => {
    const place = { file: join(logs, 'worker.log'), contains: 'a case', at: failed.at };
    expect(logPlace(on, failed, as('engineer'))).toEqual(place);
    expect(logPlace(on, failed, as('admin'))).toEqual(place);
    expect(logPlace(on, failed, as('agent', 'lead', 'analyst', 'auditor'))).toBeNull();
  });

  it('of a whole group is told by its step', () => {
    const { caseId: _one, ...group } = failed;
    expect(logPlace(on, group, as('engineer'))).toMatchObject({ contains: 'send' });
  });

  it('is not made up: only what is logged, in a log that is there', () => {
    const engineer = as('engineer');
    expect(logPlace(on, { ...failed, kind: 'no branch true' }, engineer)).toBeNull();
    expect(logPlace(on, { ...failed, code: 'timeout' }, engineer)).toBeNull();
    expect(logPlace({ ...on, logs: null }, failed, engineer)).toBeNull();
    expect(logPlace({ ...on, logs: join(logs, 'elsewhere') }, failed, engineer)).toBeNull();
    const standstill = { ...failed, kind: 'host', code: 'no worker', fromOutside: true };
    expect(logPlace(on, standstill, engineer)).toBeNull();
    writeFileSync(join(logs, 'api.log'), '');
    expect(logPlace(on, standstill, engineer)).toMatchObject({ file: join(logs, 'api.log') });
  });
});
