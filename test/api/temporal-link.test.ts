import { describe, expect, it } from 'vitest';
import type { Role } from '../../definitions/model/people.ts';
import { callerFor, type Caller } from '../../engine/api/caller.ts';
import { temporalLink } from '../../engine/api/temporal-link.ts';
import { PEOPLE } from './served.ts';

const UI = { address: 'http://127.0.0.1:8233', namespace: 'earshot' };
const CASE = { id: 'a/b', runId: 'r-1' };
const [somebody] = PEOPLE;
if (somebody === undefined) throw new Error('Nobody is there');
const as = (...roles: readonly Role[]): Caller => {
  const person = { ...somebody, roles };
  return { ...callerFor(person), self: person, mayWorkAs: false };
};

describe("the way to Temporal's own pages", () => {
  it('is for engineers, and for admins, who may everything', () => {
    const address = 'http://127.0.0.1:8233/namespaces/earshot/workflows/case%2Fa%2Fb/r-1/history';
    expect(temporalLink(UI, CASE, as('engineer'))).toBe(address);
    expect(temporalLink(UI, CASE, as('agent', 'admin'))).toBe(address);
    expect(temporalLink(UI, CASE, as('agent', 'lead', 'analyst', 'auditor'))).toBeNull();
  });

  it('is not there before the case has a run, nor when nobody knows where', () => {
    expect(temporalLink(UI, { ...CASE, runId: null }, as('engineer'))).toBeNull();
    expect(temporalLink(null, CASE, as('engineer'))).toBeNull();
  });
});
