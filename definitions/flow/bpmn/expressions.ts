import { element, text, type XmlElement } from '../../decision/dmn/element.ts';
import { BOUNDS } from '../bounds.ts';
import type { Feel } from '../base.ts';
import type { Wait } from '../wait.ts';
import { quotedShort, type Leave } from './left-out.ts';

const DURATION = /^P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:[\d.]+S)?)?$/;
const WEEKS = /^P(\d+)W$/;
const MOMENT = /^\d{4}-\d\d-\d\d(T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** An expression as FEEL. One of another language is kept as it is written, and named. */
export function feelOf(one: XmlElement | undefined, where: string, leave: Leave): Feel {
  const body = (text(one, 'body') ?? '').trim();
  const language = text(one, 'language') ?? '';
  const isOther = /^[$#]\{[^]*\}$/.test(body) || (language !== '' && !/feel/i.test(language));
  if (isOther)
    leave(
      `The expression ${quotedShort(body)} ${where}`,
      'It is no FEEL. It is kept as it is written, and has to be written anew.',
    );
  const source = body.startsWith('=') ? body.slice(1).trim() : body;
  if (source.length <= BOUNDS.feelCharacters) return source;
  leave(
    `What is beyond ${BOUNDS.feelCharacters} characters of the expression ${where}`,
    'No expression is so long here.',
  );
  return source.slice(0, BOUNDS.feelCharacters);
}

/** What a timer waits for, and how often it goes off again. */
export function waitOf(
  timer: XmlElement,
  where: string,
  leave: Leave,
): { readonly wait: Wait; readonly times?: number } {
  const date = element(timer, 'timeDate');
  if (date !== undefined) return { wait: { kind: 'until', at: moment(feelOf(date, where, leave)) } };
  const duration = element(timer, 'timeDuration');
  if (duration !== undefined) return { wait: lasting(feelOf(duration, where, leave)) };
  const cycle = element(timer, 'timeCycle');
  const said = cycle === undefined ? '' : feelOf(cycle, where, leave);
  const [, count, each] = /^R(\d*)\/(P[^/]+)$/.exec(said) ?? [];
  if (each !== undefined)
    return { wait: lasting(each), times: count === '' ? BOUNDS.attempts : Math.max(1, Number(count)) };
  leave(
    `The time ${quotedShort(said)} ${where}`,
    said === '' ? 'It does not say how long.' : 'Times that come again are said here by a length of time.',
  );
  return { wait: { kind: 'duration', for: said } };
}

function lasting(said: string): Wait {
  const [, weeks] = WEEKS.exec(said) ?? [];
  const plain = weeks === undefined ? said : `P${Number(weeks) * 7}D`;
  return { kind: 'duration', for: DURATION.test(plain) ? `duration("${plain}")` : plain };
}

function moment(said: string): Feel {
  const [, time] = MOMENT.exec(said) ?? [said, null];
  if (time === null) return said;
  return `date and time("${said}${time === undefined ? 'T00:00:00' : ''}")`;
}
