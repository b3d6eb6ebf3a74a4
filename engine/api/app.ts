import { randomBytes } from 'node:crypto';
import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Runs } from '../runs/runs.ts';
import type { Store } from '../store/store.ts';
import { activityRoutes } from './activities.ts';
import { answerProblems, unknownAddress } from './answer-problem.ts';
import { auditRoutes } from './audit.ts';
import type { Auth, ClaimOnce } from './auth.ts';
import { customerCardRoutes } from './customer-card.ts';
import { whoRoutes } from './who.ts';
import { caseLinkRoutes } from './case-links.ts';
import { caseRoutes } from './cases.ts';
import { caseScenarioRoutes } from './case-scenario.ts';
import { createChangeHub } from './change-hub.ts';
import { mountChanges } from './changes.ts';
import { channelRoutes } from './channels.ts';
import type { Deps } from './deps.ts';
import { createDrawings } from './drawings.ts';
import { flowRoutes } from './flows.ts';
import { healthRoutes } from './health.ts';
import { incidentRoutes } from './incidents.ts';
import { loggedCallRoutes } from './logged-calls.ts';
import { mentionRoutes } from './mentions.ts';
import { mount } from './mount.ts';
import { noiseRoutes } from './noise.ts';
import { openapiOf } from './openapi.ts';
import { outboxRoutes } from './outbox.ts';
import { servePages } from './pages.ts';
import { peopleRoutes } from './people.ts';
import { personRoutes } from './persons.ts';
import { requestLog } from './request-log.ts';
import { retentionRoutes } from './retention.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { sessionRoutes } from './session.ts';
import { mountSignIn, mountSignOut } from './sign-in.ts';
import { callerBy } from './signed-in.ts';
import { sampleDayRoutes } from './sample-day.ts';
import { tableFileRoutes } from './table-files.ts';
import { wordFileRoutes } from './word-files.ts';
import { taskRoutes } from './tasks.ts';
import type { TemporalUi } from './temporal-link.ts';
import { todayRoutes } from './today.ts';
import { mountWebhook } from './webhook.ts';
import { mountWorkAs } from './work-as.ts';

export interface AppOptions {
  readonly store: Store;
  readonly runs: Runs;
  readonly auth: Auth;
  readonly logger: Logger;
  readonly version: string;
  /** Folder of the built pages; without it there is the API alone. */
  readonly pagesDir?: string;
  /** Aborted when the process is to end: connections that stay open are ended. */
  readonly closing?: AbortSignal;
  /** The clock, ms since the epoch; default: the machine's. */
  readonly now?: () => number;
  readonly sampleDay?: Deps['sampleDay'];
  /** Temporal's own pages; absent: nobody is led there. */
  readonly temporalUi?: TemporalUi | null;
  /** The folder of the logs; absent: nobody is led there. */
  readonly logs?: string | null;
  /** Whoever publishes needs the approval of another person; absent: nobody does. */
  readonly needsApproval?: boolean;
  /** Answers what lies under /sample. */
  readonly underSample?: RequestHandler;
  /** Name of the cookie that says as whom an admin works; absent: nobody works as somebody else. */
  readonly workAsCookie?: string;
}

/** The API and the pages. It holds nothing that another process of the same installation would need. */
export function createApp(options: AppOptions): express.Express {
  const { store, runs, auth, logger, version, pagesDir } = options;
  const deps: Deps = {
    store,
    runs,
    auth,
    logger,
    version,
    drawings: createDrawings(store),
    sampleDay: options.sampleDay ?? null,
    temporalUi: options.temporalUi ?? null,
    logs: options.logs ?? null,
    needsApproval: options.needsApproval ?? false,
    now: options.now ?? Date.now,
  };
  const workAsCookie = options.workAsCookie ?? null;
  const callerOf = callerBy(auth, store, workAsCookie);
  const routes = allRoutes(deps);

  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestLog(logger), securityHeaders(pagesDir));
  app.use('/api', (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  if (options.underSample !== undefined) app.use('/sample', options.underSample);
  mountSignIn(app, deps);
  mountSignOut(app);
  if (workAsCookie !== null) mountWorkAs(app, deps, callerOf, workAsCookie);
  mountWebhook(app, deps);
  mountChanges(
    app,
    createChangeHub(store.changes),
    callerOf,
    options.closing ?? new AbortController().signal,
  );
  for (const route of routes) mount(app, route, callerOf);
  const document = JSON.stringify(openapiOf(routes, version));
  app.get('/api/openapi.json', (_request, response) => {
    response.type('json').send(document);
  });
  if (pagesDir !== undefined) servePages(app, pagesDir);
  app.use(unknownAddress, answerProblems(logger));
  return app;
}

/** In the order in which addresses are tried: '/api/cases/counts' before '/api/cases/:id'. */
function allRoutes(deps: Deps): readonly Route[] {
  return [
    ...healthRoutes(deps),
    ...sessionRoutes(deps),
    ...sampleDayRoutes(deps),
    ...mentionRoutes(deps),
    ...loggedCallRoutes(deps),
    ...channelRoutes(deps),
    ...todayRoutes(deps),
    ...caseRoutes(deps),
    ...caseScenarioRoutes(deps),
    ...noiseRoutes(deps),
    ...caseLinkRoutes(deps),
    ...whoRoutes(deps),
    ...customerCardRoutes(deps),
    ...taskRoutes(deps),
    ...incidentRoutes(deps),
    ...flowRoutes(deps),
    ...tableFileRoutes(),
    ...wordFileRoutes(),
    ...activityRoutes(deps),
    ...peopleRoutes(deps),
    ...personRoutes(deps),
    ...retentionRoutes(deps),
    ...outboxRoutes(deps),
    ...auditRoutes(deps),
  ];
}

/** Used links are remembered in the store: whoever writes the name first is the first to use it. */
export function claimInStore(store: Store): ClaimOnce {
  return async (nonce) => {
    const mine = randomBytes(16).toString('base64url');
    return (await store.secrets.ensure(`used-link/${nonce}`, mine)) === mine;
  };
}
