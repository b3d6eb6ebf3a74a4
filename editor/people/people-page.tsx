import type { ReactNode } from 'react';
import type { PersonView, TeamView } from '../../definitions/model/views/people.ts';
import { Card, Page } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { hoursWords } from './hours-words.ts';
import styles from './people-page.module.css';
import { usePeople, useTeams } from './people-questions.ts';

/** Who works here: teams with their people, what they know, and who is asked when one does not act. */
export default function PeoplePage(): ReactNode {
  const people = usePeople();
  const teams = useTeams();
  return (
    <Page title={words.people.title}>
      <Answered question={teams} loading={<Loading height={80} lines={4} />}>
        {(allTeams) => (
          <Answered question={people} loading={<Loading height={80} lines={4} />}>
            {(all) =>
              all.length === 0 && allTeams.length === 0 ? (
                <Empty title={words.people.empty}>{words.people.emptyToDo}</Empty>
              ) : (
                <div className={styles['teams']}>
                  {allTeams.map((team) => (
                    <TeamCard
                      key={team.id}
                      team={team}
                      members={all.filter((person) => person.team.id === team.id)}
                    />
                  ))}
                </div>
              )
            }
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

function TeamCard({
  team,
  members,
}: {
  readonly team: TeamView;
  readonly members: readonly PersonView[];
}): ReactNode {
  const about = [
    team.region,
    words.people.members(members.length),
    team.lead === null ? null : words.people.leadIs(team.lead.name),
    team.hours && hoursWords(team.hours),
  ].filter((part) => part !== null);
  return (
    <Card>
      <div className={styles['head']}>
        <h2 className={styles['name']}>{team.name}</h2>
        <span className={styles['quiet']}>{about.join(' · ')}</span>
        {team.skills.map((skill) => (
          <Pill key={skill}>{skill}</Pill>
        ))}
      </div>
      <ul>
        {members.map((person) => (
          <li key={person.id} className={styles['person']}>
            <span className={styles['who']}>
              {person.name} {person.active ? null : <Pill>{words.people.away}</Pill>}
            </span>
            <span className={styles['quiet']}>
              {[
                person.roles.map((role) => words.roles[role]).join(', '),
                person.region,
                person.skills.join(', '),
                person.hours && hoursWords(person.hours),
                person.lead && `${words.people.columns.lead}: ${person.lead.name}`,
              ]
                .filter((part) => part !== null && part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
