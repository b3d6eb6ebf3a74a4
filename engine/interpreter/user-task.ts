import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { UserTask } from '../../definitions/flow/user-task.ts';
import type { Behaviour } from './behaviour.ts';
import type { OpenedTask } from './command.ts';
import { freshId, type Draft } from './draft.ts';
import { dueFrom } from './due.ts';
import type { Failure, Instant } from './event.ts';
import { evaluateMapping, linkMapping, linkOptional, type Linked, type Linker } from './linker.ts';
import { setVariable } from './open-scope.ts';
import { facts } from './small-facts.ts';
import { placeOf, type Standing } from './standing.ts';
import type { Waiting } from './state.ts';
import { Task, WAITING, type TaskWork } from './task.ts';
import { dropUnread, takeUnread } from './unread.ts';

/**
 * Opens a task and waits for a person's answer, or for the message that answers it from outside. A message that came
 * before the task could be opened answers it at once: the host is then asked nothing. What a message answers from
 * outside counts as having read only what came before that message.
 */
export function linkUserTask(node: UserTask, linker: Linker): Behaviour {
  return new PersonTask(node, linker);
}

class PersonTask extends Task {
  readonly #reads: readonly string[];
  readonly #texts: ReadonlySet<string>;

  constructor(node: UserTask, linker: Linker) {
    super(node, linker, (turnLinker) => linkForm(node, turnLinker));
    this.#reads = node.reads ?? [];
    this.#texts = new Set(node.form.filter(({ type }) => type.type === 'text').map(({ name }) => name));
  }

  answered(draft: Draft, at: Standing, wait: Waiting, answers: JsonObject, by: string): void {
    dropUnread(draft, this.#reads);
    const value = { ...answers, 'answered by': by, 'answered elsewhere': false };
    this.finishTurn(draft, at, wait.place.item, value, { ...facts(answers, this.#texts), 'answered by': by });
  }

  message(
    draft: Draft,
    at: Standing,
    wait: Waiting,
    message: { readonly facts: JsonObject; readonly n: number },
  ): void {
    dropUnread(draft, this.#reads);
    const detail = { 'answered elsewhere': true };
    this.finishTurn(draft, at, wait.place.item, answeredElsewhere(message.facts), detail);
  }
}

function linkForm(node: UserTask, linker: Linker): TaskWork {
  const open = linkOpening(node, linker);
  return {
    start(draft, at, item, variables) {
      const already = node.answeredBy === undefined ? undefined : takeUnread(draft, node.answeredBy);
      if (already !== undefined) {
        dropUnread(draft, node.reads ?? [], already.n);
        return {
          is: 'done',
          value: answeredElsewhere(already.facts),
          detail: { 'answered elsewhere': true },
        };
      }
      const task = open(variables, draft.at);
      if ('code' in task) return { is: 'failed', kind: 'expression failed', failure: task };
      openTask(draft, at.token, placeOf(at, item), task, node.answeredBy);
      return WAITING;
    },
    assign(_draft, at, value) {
      if (node.result !== undefined) setVariable(at.scope, node.result, value);
    },
  };
}

function openTask(
  draft: Draft,
  token: string,
  place: ReturnType<typeof placeOf>,
  task: OpenedTask,
  message: string | undefined,
): void {
  const id = freshId(draft, 'w');
  draft.waits.set(
    id,
    message === undefined ? { token, place, for: 'task' } : { token, place, for: 'task', message },
  );
  draft.commands.push({ type: 'openTask', id, place, task });
}

function answeredElsewhere(given: JsonObject): JsonObject {
  return { 'answered by': null, ...given, 'answered elsewhere': true };
}

/** The task's expressions, linked: who, until when, what the form holds and shows. */
function linkOpening(
  node: UserTask,
  linker: Linker,
): (variables: JsonObject, now: Instant) => OpenedTask | Failure {
  const { assignment } = node;
  const person = linkOptional(linker, assignment.person);
  const team = linkOptional(linker, assignment.team);
  const role = linkOptional(linker, assignment.role);
  const due = linkOptional(linker, node.due);
  const priority = linkOptional(linker, node.priority);
  const show = linkMapping(linker, node.show ?? {});
  const suggestions: { [field: string]: string } = {};
  for (const { name, suggested } of node.form) if (suggested !== undefined) suggestions[name] = suggested;
  const suggested = linkMapping(linker, suggestions);
  return (variables, now) => {
    const dueAt = due === null ? null : dueFrom(due.evaluate(variables, now), now);
    if (dueAt !== null && typeof dueAt === 'object') return dueAt;
    return {
      persons: idsOf(person, variables, now),
      teams: idsOf(team, variables, now),
      roles: idsOf(role, variables, now),
      dueAt,
      priority: priority?.evaluate(variables, now) ?? null,
      suggested: evaluateMapping(suggested, variables, now),
      show: evaluateMapping(show, variables, now),
    };
  };
}

/** Ids out of a string, a list of strings, or null. What is no string names nobody. */
function idsOf(expression: Linked | null, variables: JsonObject, now: Instant): readonly string[] {
  const value: Json = expression?.evaluate(variables, now) ?? [];
  const list: readonly Json[] = isList(value) ? value : [value];
  return list.filter((id): id is string => typeof id === 'string');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
