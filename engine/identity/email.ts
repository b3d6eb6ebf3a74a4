/**
 * An e-mail address as it is compared: without case and surrounding signs, a `+tag` kept (it may be another person's).
 * Null for what is none. Not every address the RFCs allow: quoted local parts and address literals are left out.
 */
export function normaliseEmail(given: string): string | null {
  const address = given
    .normalize('NFKC')
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^mailto:/i, '')
    .toLowerCase();
  if (address.length > 254) return null;
  const [local, domain, ...more] = address.split('@');
  if (local === undefined || domain === undefined || more.length > 0) return null;
  const localFits =
    /^[^\s,;:"<>()[\]\\]{1,64}$/u.test(local) && !local.startsWith('.') && !local.endsWith('.');
  const domainFits = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(
    domain,
  );
  return localFits && domainFits ? `${local}@${domain}` : null;
}
