/** A host that has not answered by then counts as none. */
export const ANSWER_LIMIT_MS = 10_000;

/** Whether anything answers at this address in time. Behind a proxy only the download itself can tell: true. */
export async function answersInTime(
  url: string,
  env: { readonly [name: string]: string | undefined },
  limitMs = ANSWER_LIMIT_MS,
): Promise<boolean> {
  if (['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => env[name])) return true;
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(limitMs) });
    return answer.status < 500;
  } catch {
    return false;
  }
}
