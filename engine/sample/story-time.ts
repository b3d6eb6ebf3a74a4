import { nextOpen } from '../../definitions/model/open-intervals.ts';
import type { WorkingHours } from '../../definitions/model/working-hours.ts';
import type { Story } from './story.ts';

const MINUTE_MS = 60_000;

/** How long after the story day begins it is `at` by the company's clock, in milliseconds. */
export function sinceMorning({ company }: Story, at: string): number {
  return (minutesOf(at) - minutesOf(company.day.begins)) * MINUTE_MS;
}

/** The instant at which somebody who was asked at `askedAt` answers: `after` it, or once they work again. */
export function answerInstant(askedAt: number, after: number, hours: WorkingHours): number {
  const ready = askedAt + after;
  return nextOpen(hours, ready) ?? ready;
}

/** '07:30' → 450. */
function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
