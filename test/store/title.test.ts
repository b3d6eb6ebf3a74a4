import { expect, it } from 'vitest';
import { titleOf } from '../../engine/store/capture/new-case.ts';

it.each([
  ['Nobody came.\nAgain.', null, 'Nobody came.'],
  ['\n \n  Second line', null, 'Second line'],
  ['😡😡🔥', null, '😡😡🔥'],
  ['\u200B\u200D\n\u2060Seen', null, '\u2060Seen'],
  ['\u200B\u200D\u2060\uFEFF', null, ''],
  ['\u200B', 'My order', 'My order'],
  ['Good morning,\nnobody came.', 'Appointment on Tuesday', 'Appointment on Tuesday'],
  ['Nobody came.', '\u200B', 'Nobody came.'],
  ['<div dir="ltr"><p>Hello,</p>', null, '<div dir="ltr"><p>Hello,</p>'],
  ['\u202Eemac ydoboN\u202C', null, 'emac ydoboN'],
  ['لم يأت الفني', null, 'لم يأت الفني'],
  ['x'.repeat(300), null, `${'x'.repeat(119)}…`],
])('a case is called by the first line with something to see: %j', (text, subject, title) => {
  expect(titleOf(text, subject)).toBe(title);
});
