import type { IncomingHttpHeaders } from 'node:http';
import { CloudEvent, HTTP } from 'cloudevents';
import type { CloudEventV1 } from 'cloudevents';
import { ApiProblem } from './api-problem.ts';
import { MOST_MENTIONS } from './mention.schema.ts';

/**
 * The mentions that a webhook's body holds, unread: of a CloudEvent (1.0, structured, binary or a batch) or of plain
 * JSON, one or `{ mentions: [...] }`. Throws ApiProblem 'invalid' for anything else.
 */
export function mentionsOfWebhook(
  channel: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): readonly unknown[] {
  const text = body.toString('utf8');
  const given = isCloudEvent(headers) ? ofCloudEvents(headers, text) : ofPlainJson(text);
  if (given.length === 0 || given.length > MOST_MENTIONS) {
    throw new ApiProblem(
      'invalid',
      `A webhook brings 1 to ${MOST_MENTIONS} mentions.`,
      'Send them in smaller parts.',
    );
  }
  return given.map((mention) =>
    isRecord(mention) ? { direction: 'inbound', ...mention, channel } : mention,
  );
}

function isCloudEvent(headers: IncomingHttpHeaders): boolean {
  return (
    headers['ce-id'] !== undefined || (headers['content-type'] ?? '').startsWith('application/cloudevents')
  );
}

function ofCloudEvents(headers: IncomingHttpHeaders, body: string): readonly unknown[] {
  try {
    const read = HTTP.toEvent<unknown>({ headers, body });
    return (Array.isArray(read) ? read : [read]).map((event) => mentionOfEvent(validated(event)));
  } catch (cause) {
    throw new ApiProblem(
      'invalid',
      `This is not a CloudEvent of version 1.0${cause instanceof Error ? ` (${cause.name})` : ''}.`,
      'Send specversion, id, source and type with JSON data that is a mention.',
    );
  }
}

/** The reader of the package takes events that lack what the specification demands. */
function validated(event: CloudEventV1<unknown>): CloudEventV1<unknown> {
  const checked = event instanceof CloudEvent ? event : new CloudEvent(event, false);
  checked.validate();
  return event;
}

/** An event is known by source and id together (CloudEvents 1.0, 3.1.1). */
function mentionOfEvent({ id, source, time, data }: CloudEventV1<unknown>): unknown {
  if (!isRecord(data)) return data;
  const occurred = time === undefined ? {} : { occurredAt: time };
  return { externalId: `${source}#${id}`, ...occurred, ...data };
}

function ofPlainJson(body: string): readonly unknown[] {
  const read = parseJson(body);
  if (isRecord(read) && Array.isArray(read['mentions'])) return read['mentions'];
  return Array.isArray(read) ? read : [read];
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiProblem('invalid', 'The body is not JSON.', 'Send well-formed JSON in UTF-8.');
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
