import type { Json } from '../../definitions/flow/json.ts';
import type { Act } from '../../definitions/model/act.ts';
import type { StuckCause } from '../../definitions/model/stuck.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { Deps } from './deps.ts';
import type { Directory } from './directory.ts';
import { nameOfStep } from './incident-groups.ts';

type Ids = readonly string[];
type NameOfEntry = (entry: AuditEntry) => string;

/**
 * What each entry acted on is called: a task and a flow as they were called then, a step as its drawing names it, people, teams and
 * cases as they are called now. '' where there is no name.
 */
export async function readSubjectNames(
  deps: Deps,
  entries: readonly AuditEntry[],
  { directory, caseName }: { readonly directory: Directory; readonly caseName: (id: string) => string },
): Promise<NameOfEntry> {
  const [revisions, steps] = await Promise.all([
    revisionNames(
      deps,
      subjectsOf(entries, ['published a revision', 'released a revision', 'changed stories']),
    ),
    stepNames(deps, entries),
  ]);
  const task: NameOfEntry = ({ detail }) => text(detail['task']);
  const flow: NameOfEntry = ({ detail }) => text(detail['name']);
  const revision: NameOfEntry = ({ subject }) => revisions.get(subject) ?? '';
  const step: NameOfEntry = ({ detail }) => steps.get(causeKey(causeOf(detail))) ?? '';
  const person: NameOfEntry = ({ subject }) => directory.person(subject).name;
  const oneCase: NameOfEntry = ({ subject }) => caseName(subject);
  const names: { readonly [act in Act]: NameOfEntry } = {
    'answered a task': task,
    'took a task': task,
    'gave a task back': task,
    'handed a task over': task,
    'logged a call': nameless,
    'linked a customer': nameless,
    'kept two apart': nameless,
    'left two open': nameless,
    'took a link back': nameless,
    'linked cases': oneCase,
    'brought a case back': oneCase,
    'cancelled a case': oneCase,
    'took a scenario from a case': oneCase,
    'led a stuck run on': step,
    'led a group of stuck runs on': step,
    'stopped leading a group on': step,
    'owner moved up': nameless,
    'team was told': nameless,
    'began a flow': flow,
    'began a draft': flow,
    'copied a flow': flow,
    'imported a flow': flow,
    'renamed a draft': flow,
    'threw a draft away': flow,
    'archived a flow': flow,
    'brought a flow back': flow,
    'let new cases begin with a flow': flow,
    'published a revision': revision,
    'released a revision': revision,
    'changed stories': revision,
    'asked for approval': flow,
    'approved a publish': flow,
    'sent a publish back': flow,
    'withdrew a publish': flow,
    'changed a person': person,
    'changed a team': ({ subject }) => directory.team(subject).name,
    'declared a channel': ({ subject }) => subject,
    'exported a person': nameless,
    'erased a person': nameless,
    'set how long data is kept': ({ subject }) => subject,
    'took old data away': nameless,
    'signed in': person,
  };
  return (entry) => names[entry.act](entry);
}

/** The cases that entries act on, beside the one that they stand with. */
export function casesActedOn(entries: readonly AuditEntry[]): Ids {
  return subjectsOf(entries, [
    'linked cases',
    'brought a case back',
    'cancelled a case',
    'took a scenario from a case',
  ]);
}

function subjectsOf(entries: readonly AuditEntry[], acts: readonly Act[]): Ids {
  return entries.flatMap(({ act, subject }) => (acts.includes(act) ? [subject] : []));
}

async function revisionNames({ store }: Deps, hashes: Ids): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map();
  const records = await store.revisions.findMany([...new Set(hashes)]);
  return new Map(records.map(({ hash, name }) => [hash, name]));
}

/** Names of the steps at which cases were stuck, each asked once. */
async function stepNames(deps: Deps, entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, string>> {
  const led: readonly Act[] = [
    'led a stuck run on',
    'led a group of stuck runs on',
    'stopped leading a group on',
  ];
  const causes = new Map(
    entries
      .filter(({ act }) => led.includes(act))
      .map(({ detail }) => causeOf(detail))
      .map((cause) => [causeKey(cause), cause]),
  );
  return new Map(
    await Promise.all([...causes].map(async ([key, cause]) => [key, await nameOfStep(deps, cause)] as const)),
  );
}

function causeOf(detail: AuditEntry['detail']): StuckCause {
  const { kind, code, flow, node } = detail;
  return { kind: text(kind), code: text(code), flow: text(flow), node: text(node) };
}

function causeKey({ kind, code, flow, node }: StuckCause): string {
  return JSON.stringify([kind, code, flow, node]);
}

function nameless(): string {
  return '';
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
