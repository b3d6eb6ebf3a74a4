/** Words of flows as files. */
import { many } from './many.ts';

export const flowFiles = {
  menu: 'File',
  exportIt: 'Export as a file',
  exportBpmn: 'Export as BPMN',
  importIt: 'Import…',
  importHere: 'Import into this draft…',
  exportFailed: 'It could not be exported',
  title: (file: string) => `Import “${file}”`,
  unreadable: 'Nothing was taken from this file. What there is stays as it is.',
  another: 'Choose another file',
  holds: (name: string, flows: number, tables: number) =>
    `It holds “${name}”${flows === 0 ? '' : ` and ${many(flows, 'flow')} that it calls`}${tables === 0 ? '' : `, with ${many(tables, 'table')}`}.`,
  beginHappens: 'A draft of a new flow begins with it. No case takes it before it is published.',
  beginGo: 'Import it',
  intoHappens:
    'All of this draft becomes what the file holds, under the name and address of this flow. You can undo it in one go.',
  intoGo: 'Put it into this draft',
  intoDid: (file: string) => `Imported “${file}”`,
  leftOut: (count: number) =>
    `${many(count, 'thing')} of the file cannot be said here as it was, or not at all:`,
  issues: (errors: number) =>
    `${many(errors, 'thing')} would have to be put right before it can be published, such as:`,
};
