import { describe, expect, it } from 'vitest';
import { plainCondition } from '../../editor/drawing/plain-condition.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';

describe('a condition of a branch', () => {
  it.each([
    ['worth = "noise" and not(brought back)', 'worth is noise, and not brought back'],
    ['happy = "more" or unhappy <= 2', 'happy is more, or unhappy is 2 or less'],
    ['answer.answered elsewhere = true', 'answered elsewhere is yes'],
    ['needs sign-off', 'needs sign-off'],
    ['facts.legalThreat', 'legal threat'],
    ['identity != "ask"', 'identity is not ask'],
    ['customer.id != null', 'id is known'],
    ['signed = null', 'signed is not known'],
    ['topic in ("order", "sales and service")', 'topic is order, sales and service'],
    ['waited > duration("PT2H")', 'waited is more than 2 h'],
    ['topic = "this and that"', 'topic is this and that'],
  ])('%s is said: %s', (condition, said) => expect(plainCondition(condition)).toBe(said));

  it.each([
    'a = 1 and b = 2 or c = 3',
    '(a or b) and c',
    'not(a and b)',
    'if a then b else c',
    'x between 1 and 3',
    'some x in list satisfies x > 1',
    'count(list) > 1',
    'a = b',
    'name = ""',
    '1 > 2',
    'true',
    'opened < today()',
  ])('%s stays as it is written', (condition) => expect(plainCondition(condition)).toBeNull());

  it('can be said of every branch of the flow that ships', () => {
    const conditions = Object.values(mentionCare().flows)
      .flatMap(({ nodes }) => nodes)
      .flatMap((node) => (node.kind === 'exclusiveGateway' ? node.branches : []))
      .map(({ condition }) => condition);
    expect(conditions.length).toBeGreaterThan(5);
    expect(conditions.filter((condition) => plainCondition(condition) === null)).toEqual([]);
  });
});
