import { ScenariosSchema } from '../scenario/scenario.schema.ts';
import type { Scenarios } from '../scenario/scenario.ts';
import angrySign from './mention-care/scenarios/angry-sign.scenario.json' with { type: 'json' };
import answeredAgain from './mention-care/scenarios/answered-again.scenario.json' with { type: 'json' };
import answeredElsewhere from './mention-care/scenarios/answered-elsewhere.scenario.json' with { type: 'json' };
import askedAndHappy from './mention-care/scenarios/asked-and-happy.scenario.json' with { type: 'json' };
import broughtBack from './mention-care/scenarios/brought-back.scenario.json' with { type: 'json' };
import complaintPutRight from './mention-care/scenarios/complaint-put-right.scenario.json' with { type: 'json' };
import erased from './mention-care/scenarios/erased.scenario.json' with { type: 'json' };
import erasedAfterTheAnswer from './mention-care/scenarios/erased-after-the-answer.scenario.json' with { type: 'json' };
import erasedMeanwhile from './mention-care/scenarios/erased-meanwhile.scenario.json' with { type: 'json' };
import history from './mention-care/scenarios/history.scenario.json' with { type: 'json' };
import legalThreat from './mention-care/scenarios/legal-threat.scenario.json' with { type: 'json' };
import moreToSay from './mention-care/scenarios/more-to-say.scenario.json' with { type: 'json' };
import nobodyConfirms from './mention-care/scenarios/nobody-confirms.scenario.json' with { type: 'json' };
import nobodySigns from './mention-care/scenarios/nobody-signs.scenario.json' with { type: 'json' };
import noise from './mention-care/scenarios/noise.scenario.json' with { type: 'json' };
import ourErrorByEMail from './mention-care/scenarios/our-error-by-e-mail.scenario.json' with { type: 'json' };
import ourErrorInAForum from './mention-care/scenarios/our-error-in-a-forum.scenario.json' with { type: 'json' };
import ourErrorOnTwitter from './mention-care/scenarios/our-error-on-twitter.scenario.json' with { type: 'json' };
import ownerDoesNothing from './mention-care/scenarios/owner-does-nothing.scenario.json' with { type: 'json' };
import praise from './mention-care/scenarios/praise.scenario.json' with { type: 'json' };
import reopened from './mention-care/scenarios/reopened.scenario.json' with { type: 'json' };
import silentCustomer from './mention-care/scenarios/silent-customer.scenario.json' with { type: 'json' };
import spanish from './mention-care/scenarios/spanish.scenario.json' with { type: 'json' };
import twelveFollowers from './mention-care/scenarios/twelve-followers.scenario.json' with { type: 'json' };
import twoCustomersAtOnce from './mention-care/scenarios/two-customers-at-once.scenario.json' with { type: 'json' };
import twoMillionFollowers from './mention-care/scenarios/two-million-followers.scenario.json' with { type: 'json' };
import unhappyMovedUp from './mention-care/scenarios/unhappy-moved-up.scenario.json' with { type: 'json' };
import unhappyThreeTimes from './mention-care/scenarios/unhappy-three-times.scenario.json' with { type: 'json' };

/** The stories that the flow that ships is tried with; throws if a file is not what its schema says. */
export function mentionCareScenarios(): Scenarios {
  return ScenariosSchema.parse({
    'angry-sign': angrySign,
    'answered-again': answeredAgain,
    'answered-elsewhere': answeredElsewhere,
    'asked-and-happy': askedAndHappy,
    'brought-back': broughtBack,
    'complaint-put-right': complaintPutRight,
    erased,
    'erased-after-the-answer': erasedAfterTheAnswer,
    'erased-meanwhile': erasedMeanwhile,
    history,
    'legal-threat': legalThreat,
    'more-to-say': moreToSay,
    'nobody-confirms': nobodyConfirms,
    'nobody-signs': nobodySigns,
    noise,
    'our-error-by-e-mail': ourErrorByEMail,
    'our-error-in-a-forum': ourErrorInAForum,
    'our-error-on-twitter': ourErrorOnTwitter,
    'owner-does-nothing': ownerDoesNothing,
    praise,
    reopened,
    'silent-customer': silentCustomer,
    spanish,
    'twelve-followers': twelveFollowers,
    'two-customers-at-once': twoCustomersAtOnce,
    'two-million-followers': twoMillionFollowers,
    'unhappy-moved-up': unhappyMovedUp,
    'unhappy-three-times': unhappyThreeTimes,
  });
}
