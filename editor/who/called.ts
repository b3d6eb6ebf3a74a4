import type { WhoQuestion } from '../../definitions/model/views/who.ts';
import { capitalised } from '../words/locale.ts';
import { whoWords } from './who-words.ts';

/** Who wrote, as one says it: '@jane', or their name. */
export function calledWriter({ profile }: WhoQuestion): string {
  const { handle, name, email, phone } = profile;
  return handle === null ? (name ?? email ?? phone ?? whoWords.someone) : handleText(handle);
}

/** The customer, by their name, or else by their account. */
export function calledCustomer({ customer }: WhoQuestion): string {
  return customer.name ?? whoWords.account(customer.accountNumber);
}

/** What is asked, in a sentence. */
export function questionText(of: WhoQuestion): string {
  const crm = capitalised(of.customer.crm);
  return whoWords.question(calledWriter(of), of.profile.channel, calledCustomer(of), crm);
}

/** A handle with its sign. */
export function handleText(handle: string): string {
  return whoWords.handle(handle.replace(/^@/, ''));
}
