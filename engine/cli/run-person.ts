import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { ErasureReceiptSchema, PersonExportSchema, PersonFoundSchema } from '../api/person.schema.ts';
import { CallerProblem } from './caller-problem.ts';
import { askApi } from './ask-api.ts';

export interface PersonOptions {
  readonly profile: readonly string[];
  readonly email?: string;
  readonly reference: string;
  readonly why: string;
  readonly json?: true;
}

/** Prints or writes everything that is kept of a person, as JSON. */
export async function runPersonExport(options: PersonOptions & { readonly out?: string }): Promise<void> {
  const exported = PersonExportSchema.parse(await askApi('POST', '/api/persons/export', requestOf(options)));
  const text = `${JSON.stringify(exported, null, 2)}\n`;
  if (options.out === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeFile(options.out, text, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    throw new CallerProblem(
      'unwritable',
      `${options.out} cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : 'no reason given'})`,
      'name a file that is not there yet',
    );
  });
  const items = exported.parts.reduce((sum, part) => sum + part.items.length, 0);
  const told = { out: options.out, documents: items };
  process.stdout.write(
    options.json ? `${JSON.stringify(told)}\n` : `${items} entries stand in ${options.out}.\n`,
  );
}

/** Erases a person and prints the proof; says who else is linked to the same customer. */
export async function runPersonErase(options: PersonOptions): Promise<void> {
  const { reference: _reference, why: _why, ...sought } = requestOf(options);
  const { alsoLinked } = PersonFoundSchema.parse(await askApi('POST', '/api/persons/find', sought));
  const receipt = ErasureReceiptSchema.parse(await askApi('POST', '/api/persons/erase', requestOf(options)));
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...receipt, alsoLinked })}\n`);
    return;
  }
  for (const line of linesOf(receipt)) process.stdout.write(`${line}\n`);
  for (const { id, channel } of alsoLinked)
    process.stdout.write(
      `Linked to the same customer and left alone: profile ${id} on ${channel}. If it is the same person, erase it too.\n`,
    );
}

function linesOf({ erasure, already, again }: z.infer<typeof ErasureReceiptSchema>): readonly string[] {
  return [
    already
      ? `Already erased, request ${erasure.reference}.${again > 0 ? ` Entries that had come back and were emptied again: ${again}.` : ''}`
      : `Erased, request ${erasure.reference}.`,
    ...Object.entries(erasure.taken).map(([name, count]) => `  ${name}: ${count}`),
    `Proof ${erasure.id}, ${erasure.doneAt ?? 'not done'}, by ${erasure.by}: ${erasure.digest ?? ''}`,
    ...(erasure.casesInWork
      ? ['A case of theirs is still in work: it is looked through again every night until it is closed.']
      : []),
  ];
}

function requestOf({ profile, email, reference, why }: PersonOptions) {
  if (profile.length === 0 && email === undefined)
    throw new CallerProblem('ill-formed', 'Nobody is named', 'name --profile or --email');
  return {
    ...(profile.length > 0 && { profileIds: profile }),
    ...(email !== undefined && { email }),
    reference,
    why,
  };
}
