import type {
  ErasureReceipt,
  ErasureView,
  PersonExport,
  PersonFound,
  PersonSought,
} from '../../definitions/model/views/person.ts';
import { ApiProblem, notFound } from './api-problem.ts';
import type { Deps } from './deps.ts';
import {
  ErasureParams,
  ErasureReceiptSchema,
  ErasureViewSchema,
  PersonExportSchema,
  PersonFoundSchema,
  PersonRequestSchema,
  PersonSoughtSchema,
} from './person.schema.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

/**
 * What is kept of one person, and taking it away. An auditor may look and export, for that changes nothing. They may
 * not erase: who judges what was done must not be able to take it out of sight. That is an admin's, and leaves a proof
 * that an auditor can check.
 */
export function personRoutes({ store }: Deps): readonly Route[] {
  const find = async (sought: PersonSought): Promise<PersonFound> => {
    const found = await store.persons.find(sought);
    if (found.profileIds.length + found.customerIds.length > 0) return found;
    throw new ApiProblem(
      'not found',
      'Nobody is known by this.',
      'Look at one of their cases. Who was erased is not found by their address; name the profile that the proof names.',
    );
  };
  return [
    defineRoute({
      id: 'findPerson',
      summary:
        'Which profiles and customer records are one person’s, and who else is linked to the same customer',
      method: 'post',
      path: '/api/persons/find',
      access: ['auditor'],
      body: PersonSoughtSchema,
      answer: PersonFoundSchema,
      handle: ({ body }): Promise<PersonFound> => find(body),
    }),
    defineRoute({
      id: 'exportPerson',
      summary: 'Everything that is kept of one person, with what each part is in plain words',
      method: 'post',
      path: '/api/persons/export',
      access: ['auditor'],
      body: PersonRequestSchema,
      answer: PersonExportSchema,
      async handle({ body: { reference, why, ...sought }, caller }): Promise<PersonExport> {
        const found = await find(sought);
        const exported = await store.persons.export(found);
        const [subject = ''] = [...found.profileIds, ...found.customerIds];
        const documents = exported.parts.reduce((sum, { items }) => sum + items.length, 0);
        await store.audit.record({
          who: caller.person.id,
          act: 'exported a person',
          subject,
          detail: { reference, documents },
          why,
        });
        return exported;
      },
    }),
    defineRoute({
      id: 'erasePerson',
      summary: 'Takes away what one person said and is called, wherever it stands; answers what proves it',
      method: 'post',
      path: '/api/persons/erase',
      access: ['admin'],
      body: PersonRequestSchema,
      answer: ErasureReceiptSchema,
      async handle({ body: { reference, why, ...sought }, caller }): Promise<ErasureReceipt> {
        const by = caller.person.id;
        const { profileIds, customerIds } = await find(sought);
        const receipt = await store.erasure.erase({ profileIds, customerIds, by, reference, why });
        const { erasure, already, again } = receipt;
        const documents = already
          ? again
          : Object.values(erasure.taken).reduce((sum, count) => sum + count, 0);
        await store.audit.record({
          who: by,
          act: 'erased a person',
          subject: erasure.id,
          detail: { reference, documents },
          why,
        });
        return receipt;
      },
    }),
    defineRoute({
      id: 'readErasure',
      summary: 'What proves that a person was erased, and whether it still holds',
      method: 'get',
      path: '/api/erasures/:id',
      access: ['auditor'],
      params: ErasureParams,
      answer: ErasureViewSchema,
      async handle({ params }): Promise<ErasureView> {
        const erasure = await store.erasure.find(params.id);
        if (erasure === null) throw notFound('erasure');
        return { erasure, stillHolds: await store.erasure.stillHolds(params.id) };
      },
    }),
  ];
}
