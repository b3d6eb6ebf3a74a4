/** Name of the cookie that holds a session's token. */
export const SESSION_COOKIE = 'earshot';

/** The value of a cookie in a request's header (RFC 6265, 4.2.1); null when it is not there. */
export function cookieOf(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
