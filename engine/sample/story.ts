import { fileURLToPath } from 'node:url';
import {
  CastPersonSchema,
  CastTeamSchema,
  CompanySchema,
  EarlierLinkSchema,
  type CastPerson,
  type CastTeam,
  type Company,
  type EarlierLink,
} from './cast.schema.ts';
import { WrittenMentionSchema, type StoryMention } from './mention.schema.ts';
import { DialogueSchema, OtherwiseSchema, type Dialogue, type Otherwise } from './script.schema.ts';
import companyJson from './story/company.json' with { type: 'json' };
import linksJson from './story/links.json' with { type: 'json' };
import blogsJson from './story/mentions/blogs.json' with { type: 'json' };
import callsJson from './story/mentions/calls.json' with { type: 'json' };
import emailsJson from './story/mentions/emails.json' with { type: 'json' };
import forumJson from './story/mentions/forum.json' with { type: 'json' };
import tweetsJson from './story/mentions/tweets.json' with { type: 'json' };
import peopleJson from './story/people.json' with { type: 'json' };
import billingJson from './story/script/billing-orders-legal.json' with { type: 'json' };
import careJson from './story/script/care.json' with { type: 'json' };
import fieldJson from './story/script/field-service.json' with { type: 'json' };
import otherwiseJson from './story/script/otherwise.json' with { type: 'json' };
import outageJson from './story/script/outage.json' with { type: 'json' };
import teamsJson from './story/teams.json' with { type: 'json' };

/**
 * The sample day: an invented cable company, sixty mentions of one day, and what comes of each. It is data; the player
 * makes it happen, by the ways that people, channels and customer systems have, and by no other.
 *
 * The player must
 * - before the day: know the morning, a `company.day.weekday` at `company.day.begins` where the visitor is, and keep
 *   teams and people with hours by that same offset from UTC (`teamsOf`, `peopleOf`); release the shipped flow; copy
 *   CRM_FOLDER to where the worker reads customer systems; keep the earlier `links`, whose profiles are to be known
 *   before they write;
 * - hear each mention at its time (`sinceMorning`, `incomingMention`), received at the story's now, and once more
 *   `againAfter`;
 * - take the nth task 'answer' of a case for the nth turn of the dialogue that the case begins with, over all runs of
 *   the case. Whoever owns the case answers (`answer.by`: once it was moved up so often), `answer.after` the task was
 *   opened (or handed up), and never outside of their hours (`hoursOf`, `answerInstant`); away or gone, a colleague of
 *   the team who works then. Texts are stored before they travel; `{me}` is the first name of who answers. What an
 *   answer leaves out is what the task suggests;
 * - have 'lead-approves' signed as it is asked, `signOff.after` it was opened, by a lead of the case's team (never by
 *   the one who answered), and 'confirm' answered with the account, `confirm.after` it was opened;
 * - say each of `turn.customer` so long after our reply was sent, and `turn.whenAsked` so long after the satisfaction
 *   question was (`incomingSay`, numbered within the case; `to` names another thread of theirs). What comes after the
 *   end of the case reopens it. A reply to a visitor's answer is the same;
 * - link the case of a dialogue that `joins` another, `joins.after` it was heard, as the owner of that other case; the
 *   mentions of both then stand in the one, and its dialogue goes on alone;
 * - where looking the customer up is stuck: put the line of the customer system right `repair.after` it got stuck, and
 *   try again `again.after`, as the persons named. A visitor who tries before the repair is stuck again, and may skip
 *   or cancel: then nothing more of the dialogue happens but its answers;
 * - leave to the visitor what is `forVisitor`, unless the visitor lets all answers come by themselves: then all that
 *   waits is answered as the script says, counted from that moment;
 * - do what `otherwise` says where the story went another way: tasks beyond the turns, sign-offs nobody foresaw, runs
 *   that are stuck. Customers are then silent, so that every case ends within ten days of the story.
 *
 * Everything that was done stands in the store (external ids, tasks, replies, links, the line of the file), and what is
 * due follows from it and the story's now. So a player that is stopped, or runs twice, goes on where the story stands
 * and does nothing a second time. The day is over when no case of it is open.
 */
export interface Story {
  readonly company: Company;
  readonly teams: readonly CastTeam[];
  readonly people: readonly CastPerson[];
  readonly links: readonly EarlierLink[];
  /** In order of time. */
  readonly mentions: readonly StoryMention[];
  /** One for each mention that is worth an answer. */
  readonly dialogues: readonly Dialogue[];
  readonly otherwise: Otherwise;
}

/**
 * Folder with a folder of files for each of the company's customer systems, as `EARSHOT_CRM_FOLDER` takes it. It is
 * to be copied before it is used: one of its lines is broken on purpose, and put right in the story (`Dialogue.stuck`).
 */
export const CRM_FOLDER = fileURLToPath(new URL('./story/crm/', import.meta.url));

/** Reads the story that ships; throws if a file is not what its schema says. */
export function readStory(): Story {
  const on = (channel: StoryMention['channel'], json: readonly unknown[]): readonly StoryMention[] =>
    json.map((written) => ({ ...WrittenMentionSchema.parse(written), channel }));
  const mentions = [
    ...on('tweet', tweetsJson),
    ...on('blog', blogsJson),
    ...on('forum', forumJson),
    ...on('email', emailsJson),
    ...on('phone', callsJson),
  ];
  return {
    company: CompanySchema.parse(companyJson),
    teams: CastTeamSchema.array().parse(teamsJson),
    people: CastPersonSchema.array().parse(peopleJson),
    links: EarlierLinkSchema.array().parse(linksJson),
    mentions: mentions.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    dialogues: DialogueSchema.array().parse([...fieldJson, ...billingJson, ...careJson, ...outageJson]),
    otherwise: OtherwiseSchema.parse(otherwiseJson),
  };
}
