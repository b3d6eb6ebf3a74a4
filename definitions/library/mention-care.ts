import { DecisionTableSchema } from '../decision/table.schema.ts';
import { FlowSchema } from '../flow/flow.schema.ts';
import { WordListSchema } from '../flow/word-list.schema.ts';
import askFlow from './mention-care/called/ask.flow.json' with { type: 'json' };
import hearFlow from './mention-care/called/hear.flow.json' with { type: 'json' };
import planFlow from './mention-care/called/plan.flow.json' with { type: 'json' };
import praiseFlow from './mention-care/called/praise.flow.json' with { type: 'json' };
import readAnswerFlow from './mention-care/called/read-answer.flow.json' with { type: 'json' };
import settleFlow from './mention-care/called/settle.flow.json' with { type: 'json' };
import whoIsItFlow from './mention-care/called/who-is-it.flow.json' with { type: 'json' };
import rootFlow from './mention-care/flow.json' with { type: 'json' };
import dueTimeTable from './mention-care/tables/due-time.table.json' with { type: 'json' };
import happyTable from './mention-care/tables/happy.table.json' with { type: 'json' };
import noiseTable from './mention-care/tables/noise.table.json' with { type: 'json' };
import ownErrorTable from './mention-care/tables/own-error.table.json' with { type: 'json' };
import ownerSkillTable from './mention-care/tables/owner-skill.table.json' with { type: 'json' };
import remedyTable from './mention-care/tables/remedy.table.json' with { type: 'json' };
import signOffLimitTable from './mention-care/tables/sign-off-limit.table.json' with { type: 'json' };
import urgencyTable from './mention-care/tables/urgency.table.json' with { type: 'json' };
import whatBrokeTable from './mention-care/tables/what-broke.table.json' with { type: 'json' };
import whoIsItTable from './mention-care/tables/who-is-it.table.json' with { type: 'json' };
import flagsEnWords from './mention-care/words/flags-en.words.json' with { type: 'json' };
import flagsEsWords from './mention-care/words/flags-es.words.json' with { type: 'json' };
import languageEnWords from './mention-care/words/language-en.words.json' with { type: 'json' };
import languageEsWords from './mention-care/words/language-es.words.json' with { type: 'json' };
import moodEsWords from './mention-care/words/mood-es.words.json' with { type: 'json' };
import moodSignsWords from './mention-care/words/mood-signs.words.json' with { type: 'json' };
import noiseEnWords from './mention-care/words/noise-en.words.json' with { type: 'json' };
import noiseEsWords from './mention-care/words/noise-es.words.json' with { type: 'json' };
import shortAnswersWords from './mention-care/words/short-answers.words.json' with { type: 'json' };
import stepsEnWords from './mention-care/words/steps-en.words.json' with { type: 'json' };
import stepsEsWords from './mention-care/words/steps-es.words.json' with { type: 'json' };
import topicsEnWords from './mention-care/words/topics-en.words.json' with { type: 'json' };
import topicsEsWords from './mention-care/words/topics-es.words.json' with { type: 'json' };
import wordingEnWords from './mention-care/words/wording-en.words.json' with { type: 'json' };
import wordingEsWords from './mention-care/words/wording-es.words.json' with { type: 'json' };
import type { LibraryFlow } from './library-flow.ts';
import { mentionCareScenarios } from './mention-care-scenarios.ts';

/**
 * The flow that ships: from hearing somebody to having put it right. Read from the JSON beside it, which is what the
 * editor shows; throws if a file is not what its schema says.
 */
export function mentionCare(): LibraryFlow {
  const flow = FlowSchema.parse(rootFlow);
  const called = [askFlow, hearFlow, planFlow, praiseFlow, readAnswerFlow, settleFlow, whoIsItFlow].map(
    (json) => FlowSchema.parse(json),
  );
  const tables = [
    dueTimeTable,
    happyTable,
    noiseTable,
    ownErrorTable,
    ownerSkillTable,
    remedyTable,
    signOffLimitTable,
    urgencyTable,
    whatBrokeTable,
    whoIsItTable,
  ];
  const wordLists = [
    flagsEnWords,
    flagsEsWords,
    languageEnWords,
    languageEsWords,
    moodEsWords,
    moodSignsWords,
    noiseEnWords,
    noiseEsWords,
    shortAnswersWords,
    stepsEnWords,
    stepsEsWords,
    topicsEnWords,
    topicsEsWords,
    wordingEnWords,
    wordingEsWords,
  ];
  return {
    flow,
    flows: byId([flow, ...called]),
    tables: byId(tables.map((json) => DecisionTableSchema.parse(json))),
    wordLists: byId(wordLists.map((json) => WordListSchema.parse(json))),
    calendars: {},
    scenarios: mentionCareScenarios(),
  };
}

function byId<T extends { readonly id: string }>(things: readonly T[]): { readonly [id: string]: T } {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}
