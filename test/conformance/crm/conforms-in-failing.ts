import { afterEach, describe, expect, it } from 'vitest';
import type { CrmLimits } from '../../../workers/sdk/crm/limits.ts';
import { CrmProblem, type CrmTrouble } from '../../../workers/sdk/crm/crm-problem.ts';
import { everyCustomer } from '../../../workers/sdk/crm/pages.ts';
import type { CrmUnderTest, Fault, MakeCrm } from './crm-under-test.ts';
import { ana, knownPeople } from './known-people.ts';

/** What is said of each fault; null: it is answered all the same. */
const SAYS: { readonly [fault in Fault]: CrmTrouble | null } = {
  html: 'wrong answer',
  'half a page': 'wrong answer',
  'error inside': 'wrong answer',
  'same id twice': 'unreadable record',
  'no account number': 'unreadable record',
  hang: 'slow',
  'connection closed': 'down',
  slow: null,
  broken: 'down',
  'throttled for a moment': null,
  'throttled for long': 'throttled',
  'same cursor': 'wrong answer',
  'endless pages': 'wrong answer',
  'key refused': 'refused',
};
/** Seen only by who asks for page after page. */
const OF_PAGES: readonly Fault[] = ['same cursor', 'endless pages'];

const byEmail = { by: 'email', value: 'ana.ruiz@example.com' } as const;

/** That whatever goes wrong is said in a sentence, holds nobody up, and is over when it is. */
export function conformsInFailing(make: MakeCrm, overAWire: boolean): void {
  describe('when something goes wrong', () => {
    let made: CrmUnderTest | null = null;
    const start = async (limits: Partial<CrmLimits> = {}): Promise<CrmUnderTest> => {
      made = await make(knownPeople, limits);
      return made;
    };
    afterEach(async () => {
      await made?.crm.close();
      await made?.stop();
      made = null;
    });

    const faults = Object.entries(SAYS) as [Fault, CrmTrouble | null][];
    for (const [fault, kind] of overAWire ? faults : []) {
      it(`${kind === null ? 'answers all the same' : `says '${kind}'`}: ${fault}`, async () => {
        const { crm, fail } = await start({
          timeoutMs: kind === 'slow' ? 300 : 10_000,
          mostPages: 5,
          mostListPages: 20,
          pageSize: 10,
        });
        if (fail === undefined) throw new Error('What is asked over a wire says how it fails.');
        const ask = async (): Promise<unknown> => {
          if (!OF_PAGES.includes(fault)) return crm.lookUp(byEmail);
          if (!crm.offers.operations.includes('list'))
            return crm.lookUp({ by: 'email', value: 'home@example.com' });
          let customers = 0;
          for await (const page of everyCustomer(crm)) customers += page.items.length;
          return customers;
        };
        fail(fault);
        if (kind === null) expect(await ask()).toMatchObject([{ accountNumber: ana.accountNumber }]);
        else {
          const problem: unknown = await ask().catch((error: unknown) => error);
          expect(problem).toBeInstanceOf(CrmProblem);
          expect(problem).toMatchObject({ crm: crm.name, kind });
          expect(String((problem as CrmProblem).sentence)).not.toMatch(/ana|ruiz|@|4417/i);
        }
        fail(null);
        await expect
          .poll(() => crm.lookUp(byEmail).catch(() => []), { timeout: 20_000 })
          .toMatchObject([{ accountNumber: ana.accountNumber }]);
      });
    }

    it.runIf(overAWire)('leaves alone for a while what does not answer, and asks it again then', async () => {
      const { crm, fail } = await start({ timeoutMs: 200 });
      fail?.('hang');
      for (let time = 0; time < 3; time += 1) {
        await expect(crm.lookUp(byEmail)).rejects.toMatchObject({ kind: 'slow' });
      }
      await expect(crm.lookUp(byEmail)).rejects.toMatchObject({ kind: 'down', happened: 'no' });
      fail?.(null);
      await expect
        .poll(() => crm.lookUp(byEmail).catch(() => []), { timeout: 20_000 })
        .toMatchObject([{ accountNumber: ana.accountNumber }]);
    });

    it('ends when its caller says so, and answers the next one', async () => {
      const { crm, fail } = await start();
      const stop = new AbortController();
      fail?.('hang');
      const asked = crm.lookUp(byEmail, { signal: stop.signal });
      const reason = new Error('The caller has gone.');
      stop.abort(reason);
      await expect(asked).rejects.toBe(reason);
      fail?.(null);
      expect(await crm.lookUp(byEmail)).toMatchObject([{ accountNumber: ana.accountNumber }]);
    });

    it('gives up what is asked when it is closed, and is asked no more', async () => {
      const { crm, fail } = await start();
      fail?.('hang');
      const asked = Promise.allSettled(Array.from({ length: 10 }, () => crm.lookUp(byEmail)));
      await crm.close();
      for (const one of await asked) {
        if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(CrmProblem);
        else expect(one.value).toMatchObject([{ accountNumber: ana.accountNumber }]);
      }
      await expect(crm.lookUp(byEmail)).rejects.toMatchObject({ kind: 'down' });
    });
  });
}
