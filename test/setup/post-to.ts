/** Sends JSON to a running Earshot, signed; answers what came back. No window has to be opened for it. */
export function postTo(
  { url, token }: { readonly url: string; readonly token: string },
  path: string,
  body: unknown,
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
