import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrmUnderTest, MakeCrm } from './crm-under-test.ts';
import { ana, knownPeople, SAYABLE } from './known-people.ts';

const NOT_OFFERED = { name: 'CrmProblem', kind: 'not offered', retry: false, happened: 'no' };
const note = (text: string) => ({ text, by: 'Nadia', at: '2026-03-02T12:30:00.000Z' });

/** What is written is written once, and for the customer it is about. */
export function conformsInWriting(make: MakeCrm): void {
  describe('writes', () => {
    let made: CrmUnderTest;
    beforeAll(async () => {
      made = await make(knownPeople);
    });
    afterAll(async () => {
      await made.crm.close();
      await made.stop();
    });
    const isKeyed = (): boolean =>
      made.crm.offers.writes === 'keyed' || made.crm.offers.writes === 'searchable';

    it('a note, once for a key, as it was said', async () => {
      const { crm, written } = made;
      if (!crm.offers.operations.includes('addNote')) {
        return expect(crm.addNote('1', note('x'), 'k')).rejects.toMatchObject(NOT_OFFERED);
      }
      for (const [index, text] of SAYABLE.entries()) {
        const before = written?.().length ?? 0;
        const first = await crm.addNote(ana.accountNumber, note(text), `note-${index}`);
        const again = await crm.addNote(ana.accountNumber, note(text), `note-${index}`);
        expect(first.externalId).not.toBe('');
        if (isKeyed()) expect(again).toEqual(first);
        const added = written?.().slice(before) ?? [];
        expect(added).toMatchObject([{ kind: 'note', accountNumber: ana.accountNumber }]);
        expect(added[0]?.text.includes(text), text.slice(0, 40)).toBe(true);
      }
    });

    it('a ticket, once for a key, and another for another', async () => {
      const { crm, written } = made;
      const ticket = { subject: `It's "broken"`, text: 'Nobody came.' };
      if (!crm.offers.operations.includes('openTicket')) {
        return expect(crm.openTicket('1', ticket, 'k')).rejects.toMatchObject(NOT_OFFERED);
      }
      const before = written?.().length ?? 0;
      const first = await crm.openTicket(ana.accountNumber, ticket, 'ticket-1');
      const other = await crm.openTicket(ana.accountNumber, ticket, 'ticket-2');
      expect(other).not.toEqual(first);
      if (isKeyed()) expect(await crm.openTicket(ana.accountNumber, ticket, 'ticket-1')).toEqual(first);
      expect(written?.().slice(before)).toMatchObject([
        { kind: 'ticket', accountNumber: ana.accountNumber },
        { kind: 'ticket', accountNumber: ana.accountNumber },
      ]);
      if (crm.offers.writes === 'searchable') {
        expect(await crm.findWritten(ana.accountNumber, 'ticket-1')).toEqual(first);
        expect(await crm.findWritten(ana.accountNumber, 'ticket-9')).toBeNull();
      }
    });

    it('nothing for a customer who is not there', async () => {
      const { crm, written } = made;
      if (crm.offers.writes === null) return;
      const before = written?.().length ?? 0;
      for (const other of ['00000001', '..', '', `' OR '1'='1`]) {
        await expect(crm.addNote(other, note('x'), 'nobody'), other).rejects.toMatchObject({
          kind: 'refused',
          happened: 'no',
        });
      }
      expect(written?.().length ?? 0).toBe(before);
    });
  });
}
