import { CloudEvent, HTTP } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../engine/api/api-problem.ts';
import { mentionsOfWebhook } from '../../engine/api/webhook-mentions.ts';

const said = { author: { externalId: 'u1' }, text: 'Nobody came.' };
const event = new CloudEvent({
  id: '7',
  source: '/shop/reviews',
  type: 'review.written',
  time: '2026-03-01T09:00:00.000Z',
  data: said,
});
const read = (message: { headers: object; body: unknown }) =>
  mentionsOfWebhook('reviews', { ...message.headers }, Buffer.from(String(message.body)));

describe('a webhook’s body', () => {
  it('may be a CloudEvent in either mode; its source, id and time stand in for the mention’s', () => {
    const expected = [
      {
        ...said,
        channel: 'reviews',
        direction: 'inbound',
        externalId: '/shop/reviews#7',
        occurredAt: event.time,
      },
    ];
    expect(read(HTTP.structured(event))).toEqual(expected);
    expect(read(HTTP.binary(event))).toEqual(expected);
    const batch = {
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: `[${event.toString()}]`,
    };
    expect(read(batch)).toEqual(expected);
  });

  it('may be plain JSON, one or several; the channel is always the address', () => {
    const headers = { 'content-type': 'application/json' };
    const one = { ...said, externalId: 'a', channel: 'not mine', direction: 'outbound' };
    expect(read({ headers, body: JSON.stringify(one) })).toEqual([{ ...one, channel: 'reviews' }]);
    expect(read({ headers, body: JSON.stringify({ mentions: [one, one] }) })).toHaveLength(2);
    expect(read({ headers, body: JSON.stringify([one]) })).toHaveLength(1);
  });

  it.each([
    ['no JSON', { 'content-type': 'application/json' }, '{'],
    ['an empty batch', { 'content-type': 'application/json' }, '{"mentions":[]}'],
    [
      'more than a batch holds',
      { 'content-type': 'application/json' },
      JSON.stringify(Array(1_001).fill(said)),
    ],
    [
      'a CloudEvent without a source',
      { 'content-type': 'application/cloudevents+json' },
      '{"specversion":"1.0","id":"1","type":"t"}',
    ],
    ['no CloudEvent at all', { 'content-type': 'application/cloudevents+json' }, 'null'],
  ])('is refused when it is %s', (_what, headers, body) => {
    expect(() => read({ headers, body })).toThrow(ApiProblem);
  });
});
