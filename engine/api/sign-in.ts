import type { CookieOptions, Express, RequestHandler } from 'express';
import { z } from 'zod';
import { SESSION_MS } from './auth.ts';
import { SESSION_COOKIE } from './cookies.ts';
import type { Deps } from './deps.ts';
import { refuseForeignWrite } from './mount.ts';
import { limitRate } from './rate-limit.ts';

const PER_MINUTE = 20;
const SignInQuery = z.object({ token: z.string().max(1_000) });
const COOKIE: CookieOptions = { httpOnly: true, sameSite: 'strict', path: '/' };

/** GET /sign-in?token=…: a one-time link becomes a session of thirty days. */
export function mountSignIn(app: Express, { auth, store }: Deps): void {
  const signIn: RequestHandler = async (request, response) => {
    const query = SignInQuery.safeParse(request.query);
    const session = query.success ? await auth.redeem(query.data.token) : null;
    const person = session === null ? null : auth.personOf(session);
    response.set('cache-control', 'no-store');
    if (session === null || person === null) {
      response.status(401).type('html').send(REFUSED);
      return;
    }
    await store.audit.record({ who: person, act: 'signed in', subject: person });
    // A proxy that speaks TLS in front of Earshot is believed by Express's own `trust proxy` alone.
    response.cookie(SESSION_COOKIE, session, { ...COOKIE, maxAge: SESSION_MS, secure: request.secure });
    response.redirect(303, '/');
  };
  app.get('/sign-in', limitRate(PER_MINUTE), signIn);
}

/** POST /api/sign-out: forgets the session in this browser. */
export function mountSignOut(app: Express): void {
  app.post('/api/sign-out', (request, response) => {
    refuseForeignWrite(request, false);
    response.clearCookie(SESSION_COOKIE, COOKIE).status(204).end();
  });
}

const REFUSED = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Earshot: sign in</title></head>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem">
<h1 style="font-size: 1.25rem">This link does not sign you in</h1>
<p>A sign-in link is good once, for ten minutes. Print a fresh one where Earshot runs:</p>
<p><code>npm run -s earshot -- link</code></p>
</body>
</html>
`;
