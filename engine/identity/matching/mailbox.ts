/** Providers at which dots in the local part do not count: one mailbox has all ways to write it. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);
/** The same provider by another name. */
const SAME_PROVIDER: { readonly [domain: string]: string } = { 'googlemail.com': 'gmail.com' };

/**
 * The mailbox behind an e-mail address (normalised, see `normaliseEmail`): without what follows a `+`, without dots
 * where the provider does not count them. Likely, not certain: an address proves who somebody is only as it stands.
 */
export function mailbox(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const [local = ''] = address.slice(0, at).split('+');
  const bare = DOTLESS.has(domain) ? local.replaceAll('.', '') : local;
  return `${bare === '' ? address.slice(0, at) : bare}@${SAME_PROVIDER[domain] ?? domain}`;
}
