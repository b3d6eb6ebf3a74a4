import { z } from 'zod';
import type { SampleDayView } from '../../definitions/model/views/sample-day.ts';
import { paceOf, type Pace } from '../sample/pace.ts';
import type { SampleDayControl } from '../sample/control.ts';
import { ApiProblem } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { defineRoute, type Route } from './route.ts';
import { AnswersSchema, PaceSchema, SampleDayViewSchema, StartSampleDaySchema } from './sample-day.schema.ts';

/** The sample day: told under /sample, handled from there and from the installation itself alike. */
export function sampleDayRoutes({ sampleDay }: Deps): readonly Route[] {
  const control = (): SampleDayControl => sampleDay?.control ?? noSampleDay();
  return [
    defineRoute<SampleDayView>({
      id: 'readSampleDay',
      summary: 'The sample day that is on: its clock, its pace, and who answers',
      method: 'get',
      path: '/api/sample-day',
      access: 'signed in',
      answer: SampleDayViewSchema,
      async handle() {
        const day = sampleDay === null ? null : await sampleDay.control.read();
        if (day === null || day.isEnding) return null;
        return {
          clock: day.clock,
          pace: paceOf(day.clock.scale),
          byThemselves: day.answersItselfSince !== null,
          over: day.isOver,
        };
      },
    }),
    defineRoute<null, undefined, undefined, { morning: string }>({
      id: 'startSampleDay',
      summary: 'Starts the sample day; one that is on stays as it is, and whoever comes second is told',
      method: 'post',
      path: '/api/sample-day',
      access: ['admin'],
      body: StartSampleDaySchema,
      answer: null,
      async handle({ body, caller }) {
        const isStarted = await control().start(caller.self.id, body.morning);
        if (!isStarted)
          throw new ApiProblem('conflict', 'A sample day is on already.', 'Open the one that is on.');
        return null;
      },
    }),
    defineRoute<null, undefined, undefined, { pace: Pace }>({
      id: 'paceSampleDay',
      summary: 'Tells the sample day faster or slower, or holds it',
      method: 'post',
      path: '/api/sample-day/pace',
      access: 'signed in',
      body: PaceSchema,
      answer: null,
      async handle({ body }) {
        await control().setPace(body.pace);
        return null;
      },
    }),
    defineRoute<null, undefined, undefined, { byThemselves: boolean }>({
      id: 'answerSampleDay',
      summary: 'Whether the tasks left to the visitor are answered by themselves',
      method: 'post',
      path: '/api/sample-day/answers',
      access: 'signed in',
      body: AnswersSchema,
      answer: null,
      async handle({ body }) {
        await control().setAnswersItself(body.byThemselves);
        return null;
      },
    }),
    defineRoute<null, undefined, undefined, Record<string, never>>({
      id: 'removeSampleDay',
      summary: 'Takes the sample day away, without trace',
      method: 'post',
      path: '/api/sample-day/remove',
      access: ['admin'],
      body: z.strictObject({}),
      answer: null,
      async handle() {
        await control().remove();
        return null;
      },
    }),
  ];
}

function noSampleDay(): never {
  throw new ApiProblem(
    'not found',
    'This installation has no sample day.',
    'Start Earshot with npm start on your own machine to see one.',
  );
}
