import { describe, expect, it } from 'vitest';
import type { Environment } from '../../definitions/check/environment.ts';
import { arrows, contract, end, flowOf, found, issuesOf, line, node, NOTE, start, task } from './drawing.ts';
import { putRight } from './put-right.ts';

describe('durability', () => {
  const endless = { kind: 'duration', for: 'duration("P1D")' } as const;

  it('doubts an effect that nobody can look up and that is tried again', () => {
    const environment: Environment = { ...NOTE, activities: { call: contract('call', { effect: 'once' }) } };
    const again = line([task('t', { activity: 'call', retry: { initialIntervalMs: 5 } })]);
    const [issue] = issuesOf(again, environment);
    expect(issue).toMatchObject({
      code: 'effect may be doubted',
      severity: 'warning',
      fix: {
        changes: [
          { do: 'set', node: 't', field: '/retry', value: { initialIntervalMs: 5, maximumAttempts: 1 } },
        ],
      },
    });
    expect(found(putRight(again, issue), environment)).toEqual([]);
    expect(
      found(line([task('t', { activity: 'call', retry: { maximumAttempts: 1 } })]), environment),
    ).toEqual([]);
    const asked = contract('call', { effect: 'keyed' });
    expect(found(again, { ...NOTE, activities: { call: asked } })).toEqual([]);
  });

  it('warns of very many turns at once', () => {
    const many = task('t', { repeat: { over: '[1]', as: 'n', atMost: 900 } });
    expect(found(line([many]))).toEqual(['many at once @ t /repeat/atMost']);
  });

  it('warns of a person or a customer who may never answer', () => {
    const ask = node('userTask', 'ask', { form: [], assignment: {} });
    expect(found(line([ask]))).toEqual(['unanswered for ever @ ask']);
    const first = (arms: Parameters<typeof node<'eventBasedGateway'>>[2]['arms']) =>
      found(
        flowOf(
          [start, node('eventBasedGateway', 'w', { arms }), end],
          arrows('start > w', 'w.m > end', ...(arms.length > 1 ? ['w.t > end'] : [])),
        ),
      );
    const written = { port: 'm', name: '', on: 'message', message: 'mention' } as const;
    expect(first([written])).toEqual(['unanswered for ever @ w']);
    expect(first([written, { port: 't', name: '', on: 'time', wait: endless }])).toEqual([]);
  });
});

describe('messages', () => {
  const environment: Environment = { ...NOTE, messages: ['mention', 'answered elsewhere'] };
  const waits = (...messages: readonly string[]) => {
    const arms = messages.map((message, index) => ({
      port: `m${index}`,
      name: '',
      on: 'message' as const,
      message,
    }));
    const time = {
      port: 't',
      name: '',
      on: 'time' as const,
      wait: { kind: 'duration' as const, for: 'duration("P1D")' },
    };
    const ways = [...arms, time].map(({ port }) => `w.${port} > end`);
    return flowOf(
      [start, node('eventBasedGateway', 'w', { arms: [...arms, time] }), end],
      arrows('start > w', ...ways),
    );
  };

  it('must have a name that something sends', () => {
    expect(found(waits('mention'), environment)).toEqual([]);
    expect(found(waits(''), environment)).toEqual(['empty name @ w /arms/0/message']);
    const [issue] = issuesOf(waits('mentoin'), environment);
    expect(issue).toMatchObject({
      code: 'unknown message',
      severity: 'warning',
      fix: { changes: [{ value: 'mention' }] },
    });
  });

  it('are not doubted when nobody knows what can arrive', () => {
    expect(found(waits('crm called back'))).toEqual([]);
  });

  it('are not waited for twice at one place', () => {
    expect(found(waits('mention', 'mention'), environment)).toEqual(['duplicate id @ w /arms/1/message']);
  });
});
