import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Act } from '../../definitions/model/act.ts';
import type { AuditRow } from '../../definitions/model/views/audit.ts';
import { plainFacts, type Names } from '../shell/plain-value.ts';
import { words } from '../shell/words.ts';

type Said = readonly (string | null)[];
type Told = (row: AuditRow, names: Names, now: number) => Said;

const { about } = words.record;

/** What an act was done to, and how, in a few plain words each; never an id. */
const TOLD: { readonly [act in Act]?: Told } = {
  'answered a task': ({ subject, detail }, names, now) => [
    quoted(subject.name),
    ...plainFacts(objectIn(detail['chosen']), now, names).map(([name, said]) => `${name}: ${said}`),
  ],
  'took a task': named,
  'gave a task back': named,
  'handed a task over': ({ subject, detail }, names) => [
    quoted(subject.name),
    to(names, detail['person'], detail['team']),
  ],
  'logged a call': ({ detail }) => [channelOf(textIn(detail['channel']), detail)],
  'linked cases': named,
  'led a stuck run on': ({ subject, detail }) => [quoted(subject.name), wayOut(detail)],
  'led a group of stuck runs on': ({ subject, detail }) => [
    quoted(subject.name),
    wayOut(detail),
    counted(detail['count'], about.cases),
  ],
  'stopped leading a group on': ({ subject, detail }) => [
    quoted(subject.name),
    counted(detail['done'], (done) => counted(detail['count'], (all) => about.casesOf(done, all))),
  ],
  'owner moved up': ({ detail }, names) => [to(names, detail['to'], detail['team'])],
  'team was told': ({ detail }, names) => [
    names.get(textIn(detail['team'])) ?? null,
    textIn(detail['about']),
  ],
  'began a flow': named,
  'began a draft': named,
  'renamed a draft': named,
  'threw a draft away': named,
  'archived a flow': named,
  'brought a flow back': named,
  'let new cases begin with a flow': named,
  'copied a flow': ({ subject, detail }) => [quoted(subject.name), copyOf(textIn(detail['of']))],
  'imported a flow': named,
  'published a revision': revision,
  'released a revision': revision,
  'changed stories': (row, names) => [...revision(row, names), ...stories(row.detail)],
  'asked for approval': revision,
  'approved a publish': revision,
  'sent a publish back': revision,
  'withdrew a publish': named,
  'changed a person': named,
  'changed a team': named,
  'exported a person': onRequest,
  'erased a person': onRequest,
  'set how long data is kept': ({ subject, detail }) => [
    kindOf(subject.name),
    detail['days'] === null ? about.forEver : counted(detail['days'], about.days),
  ],
  'took old data away': ({ detail }) => [counted(detail['documents'], about.documents)],
  'declared a channel': ({ subject, detail }) => [channelOf(subject.name, detail)],
};

/** What an act was done to and how: '“Answer” · way: here'; '' where the act says it all. */
export function aboutText(row: AuditRow, names: Names, now: number): string {
  const said = TOLD[row.act]?.(row, names, now) ?? [];
  return said.filter((part) => part !== null && part !== '').join(' · ');
}

function named({ subject }: AuditRow): Said {
  return [quoted(subject.name)];
}

function onRequest({ detail }: AuditRow): Said {
  const reference = textIn(detail['reference']);
  return [reference === '' ? null : about.request(reference), counted(detail['documents'], about.documents)];
}

function kindOf(kind: string): string | null {
  const kinds: Readonly<Record<string, string>> = about.kinds;
  return kinds[kind] ?? null;
}

function copyOf(name: string): string | null {
  return name === '' ? null : about.copyOf(name);
}

function revision({ subject, detail }: AuditRow, names: Names): Said {
  return [
    quoted(subject.name),
    counted(detail['number'], words.flows.revision),
    by(names, detail['asked'], about.askedBy),
    by(names, detail['approved'], about.approvedBy),
    despite(detail['despite']),
  ];
}

/** Which stories came, changed and went. */
function stories(detail: JsonObject): Said {
  return (['added', 'changed', 'removed'] as const).map((became) => {
    const told = textsIn(detail[became]);
    return told.length === 0 ? null : `${words.changed.became[became]}: ${told.map(about.quoted).join(', ')}`;
  });
}

function by(names: Names, id: Json | undefined, say: (name: string) => string): string | null {
  const name = names.get(textIn(id));
  return name === undefined ? null : say(name);
}

/** What stood against it, and did not keep it from being done. */
function despite(detail: Json | undefined): string | null {
  const told = textsIn(detail);
  return told.length === 0 ? null : about.anyway(told.join(' '));
}

function quoted(name: string): string | null {
  return name === '' ? null : about.quoted(name);
}

/** The first of these people and teams that has a name. */
function to(names: Names, ...ids: readonly (Json | undefined)[]): string | null {
  const name = ids.map((id) => names.get(textIn(id))).find((one) => one !== undefined);
  return name === undefined ? null : about.to(name);
}

function wayOut(detail: JsonObject): string | null {
  const ways: Readonly<Record<string, string>> = words.stuck.titles;
  return ways[textIn(objectIn(detail['resolution'])['way'])] ?? null;
}

function channelOf(channel: string, detail: JsonObject): string {
  const kinds: Readonly<Record<string, string>> = words.channelKinds;
  const kind = kinds[textIn(detail['kind'])];
  return kind === undefined ? channel : words.calls.wayName(channel, kind);
}

function counted(value: Json | undefined, say: (count: number) => string | null): string | null {
  return typeof value === 'number' ? say(value) : null;
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value)
    ? (value satisfies readonly Json[]).filter((one) => typeof one === 'string')
    : [];
}

function objectIn(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
