import { nodeIn } from '../../definitions/flow/drawn.ts';
import { portsOf } from '../../definitions/flow/ports.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { EARSHOT } from '../../definitions/model/act.ts';
import type { LinkEvent } from '../../definitions/model/customer.ts';
import type { CaseDetail, ConversationEntry, TrailView } from '../../definitions/model/views/case-detail.ts';
import type { AuditRow } from '../../definitions/model/views/audit.ts';
import type { LinkedCase } from '../../definitions/model/views/case.ts';
import { actorOf, type Actor } from '../drawing/actor.ts';
import { waitLine } from '../drawing/step-line.ts';
import { plainValue, type Names } from '../shell/plain-value.ts';
import { words } from '../shell/words.ts';
import { capitalised } from '../words/locale.ts';
import { titleText } from './case-title.ts';
import { actedBy, decisionIn } from './decision.ts';

const ROOT = '0';

/** One thing that happened to a case, as a colleague would tell it. */
export interface Happening {
  readonly key: string;
  readonly at: string;
  readonly text: string;
  readonly actor: Actor | null;
  /** The step that it tells of, and its number in the trail. */
  readonly step?: { readonly flow: string; readonly node: string; readonly n: number };
}

/**
 * What happened to a case, the latest first: what was said, what was decided and done, who was asked and answered, and
 * what people did with the whole case (`record`), with their reasons.
 */
export function happenings(
  of: CaseDetail,
  revision: Revision | null,
  now: number,
  names: Names,
  record: readonly AuditRow[] = [],
): readonly Happening[] {
  const told = [
    ...of.conversation.map((entry, index) =>
      saidOrReplied(entry, index === of.conversation.findIndex(({ what }) => what === 'mention')),
    ),
    ...of.links.map((link) => saidOfLink(link, names)),
    ...of.broughtBack.map(({ at, by, why }): Happening => ({
      key: `brought back ${at}`,
      at,
      actor: 'person',
      text: words.timeline.broughtBack(by.name, why),
    })),
    ...joined(of),
    ...record.flatMap(done),
    ...of.trail.flatMap((entry): Happening[] => {
      const node = nodeOf(entry, revision);
      const text = node === null ? plainTrail(entry) : trailSentence(entry, node, now, names);
      return text === null
        ? []
        : [
            {
              key: `${entry.n}`,
              at: entry.at,
              text,
              actor: entry.what === 'stuck' ? 'bad' : node && actorOf(node),
              ...(node === null ? {} : { step: { flow: entry.flow, node: entry.node, n: entry.n } }),
            },
          ];
    }),
  ];
  // Later things first; of one moment, the later told.
  return told
    .map((one, order) => ({ one, order }))
    .sort((a, b) => b.one.at.localeCompare(a.one.at) || b.order - a.order)
    .map(({ one }) => ({ ...one, text: capitalised(one.text) }));
}

/** That cases were found to be one matter, as this one sees it. */
function joined(of: CaseDetail): readonly Happening[] {
  const told = (link: LinkedCase, say: (who: string, other: string) => string): Happening[] =>
    link.at === null
      ? []
      : [
          {
            key: `link ${link.id}`,
            at: link.at,
            actor: 'person',
            text: withWhy(say(nameOf(link.by), titleText({ title: link.name })), link.why),
          },
        ];
  const { timeline } = words;
  return [
    ...(of.primary === null ? [] : told(of.primary, timeline.goesOnIn)),
    ...of.followers.flatMap((follower) => told(follower, timeline.joinedBy)),
  ];
}

/** What was said on who writes: by people with their names and reasons. */
function saidOfLink({ id, at, what, how, by, why }: LinkEvent, names: Names): Happening {
  const isItself = by === EARSHOT;
  const who = isItself ? null : (names.get(by) ?? words.case.someone);
  const text = withWhy(words.timeline.links[what](how, who), why);
  return { key: id, at, actor: isItself ? 'machine' : 'person', text };
}

/** What somebody did with the case as a whole; the trail tells of the rest. */
function done({ id, at, act, who, why }: AuditRow): readonly Happening[] {
  const say = words.timeline.acts[act];
  return say === undefined ? [] : [{ key: id, at, actor: 'person', text: withWhy(say(nameOf(who)), why) }];
}

function nameOf(who: AuditRow['who'] | null): string {
  return who === null || who.name === '' ? words.case.someone : who.name;
}

function withWhy(said: string, why: string | null): string {
  return why === null ? said : words.timeline.because(said, why);
}

function saidOrReplied(entry: ConversationEntry, isFirst: boolean): Happening {
  const { timeline } = words;
  const text =
    entry.what === 'mention'
      ? (isFirst ? timeline.heard : timeline.wroteAgain)(entry.channel)
      : timeline.reply(words.replyKinds[entry.kind], words.replyStatus[entry.status]);
  return { key: entry.id, at: entry.at, text, actor: null };
}

function nodeOf(entry: TrailView, revision: Revision | null): FlowNode | null {
  return (revision && nodeIn(revision, entry)) ?? null;
}

/** Without the drawing at hand, only what stands in the entry itself can be told. */
function plainTrail(entry: TrailView): string | null {
  if (entry.what === 'stuck') return words.timeline.stuck(entry.name);
  if (entry.what === 'resumed') return words.timeline.resumed(entry.name, entry.by?.name ?? null);
  return entry.what === 'left' ? words.timeline.did(entry.name) : null;
}

/** One step of the way as a sentence; null for what nobody needs to read. */
export function trailSentence(entry: TrailView, node: FlowNode, now: number, names: Names): string | null {
  const { timeline } = words;
  const by = actedBy(entry, names);
  if (entry.what === 'stuck') return timeline.stuck(entry.name);
  if (entry.what === 'resumed') return timeline.resumed(entry.name, by);
  if (entry.what === 'cancelled') return node.kind === 'userTask' ? timeline.givenUp(entry.name) : null;
  if (entry.what === 'entered') {
    if (node.kind === 'userTask') return timeline.asked(entry.name);
    if (node.kind === 'intermediateCatchEvent') return timeline.waits(waitLine(node.wait));
    return node.kind === 'eventBasedGateway'
      ? timeline.waits(node.arms.map(({ name }) => name).join(' / '))
      : null;
  }
  const port = portsOf(node).find((one) => one.port === entry.port);
  if (port?.what === 'error' || port?.what === 'timer') return timeline.boundary(entry.name, port.name);
  switch (node.kind) {
    case 'startEvent':
    case 'parallelGateway':
    case 'textAnnotation':
    case 'callActivity':
      return null;
    case 'endEvent':
      // A called flow's end is a step on the way, not the end of the case.
      return node.outcome === undefined || entry.scope !== ROOT ? null : timeline.ended(node.outcome);
    case 'businessRuleTask':
      return timeline.decided(entry.name, plainValue(decisionIn(entry)?.value ?? null, now, names));
    case 'exclusiveGateway':
      return port === undefined || port.name === '' ? null : timeline.branch(entry.name, port.name);
    case 'serviceTask':
      return timeline.did(entry.name);
    case 'userTask':
      return entry.detail?.['answered elsewhere'] === true
        ? timeline.answeredElsewhere(entry.name)
        : timeline.answered(entry.name, by);
    case 'intermediateCatchEvent':
      return timeline.waitOver(entry.name, null);
    case 'eventBasedGateway':
      return timeline.waitOver(entry.name, port?.name ?? null);
  }
}
