import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import { ActivityProblem } from '../../sdk/activity-problem.ts';
import type { WebhookTarget } from '../../sdk/webhook-target.ts';

/** One event on its way out. `key` is the same for every attempt, and so are the event's id, time and body. */
export interface OutgoingEvent {
  readonly key: string;
  readonly type: string;
  readonly subject: string;
  /** ISO 8601. */
  readonly time: string;
  readonly data: JsonObject;
}

const PATIENCE_MS = 10_000;

/**
 * Posts a CloudEvent (1.0, structured JSON), signed as Earshot's own webhook channel expects it: header
 * `x-earshot-signature: t=<seconds>,v1=<HMAC-SHA256 over "<t>.<body>">`, and `idempotency-key`. Answers the id the
 * other side names in its JSON answer, if any. 409 means that it has the key already: done. Other 4xx fail for good
 * with 'refused', everything else is worth another try.
 */
export async function postSigned(target: WebhookTarget, event: OutgoingEvent): Promise<string | null> {
  const body = JSON.stringify({
    specversion: '1.0',
    id: event.key,
    source: 'earshot',
    type: event.type,
    subject: event.subject,
    time: event.time,
    datacontenttype: 'application/json',
    data: event.data,
  });
  const response = await post(target, event.key, body);
  if (response.ok || response.status === 409) return idIn(await response.text().catch(() => ''));
  await response.body?.cancel();
  const later = response.status >= 500 || response.status === 408 || response.status === 429;
  throw new ActivityProblem(later ? 'not taken' : 'refused', {
    retry: later,
    happened: later ? 'perhaps' : 'no',
  });
}

async function post(target: WebhookTarget, key: string, body: string): Promise<Response> {
  const seconds = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', target.secret).update(`${seconds}.${body}`).digest('hex');
  try {
    return await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'idempotency-key': key,
        'x-earshot-signature': `t=${seconds},v1=${signature}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new ActivityProblem('not reachable', { retry: true });
  }
}

function idIn(answer: string): string | null {
  try {
    const parsed: unknown = JSON.parse(answer);
    if (typeof parsed === 'object' && parsed !== null && 'id' in parsed && typeof parsed.id === 'string')
      return parsed.id;
  } catch {
    // Not JSON: the other side names no id.
  }
  return null;
}
