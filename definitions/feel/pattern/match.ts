import type { Budget } from '../budget.ts';
import type { Flags } from './pattern.ts';
import type { Step } from './program.ts';

/** Where a match and its groups start and end, in characters: places 0 and 1 are the whole match's. */
export type Marks = readonly (number | undefined)[];

interface Thread {
  readonly at: number;
  readonly marks: Marks;
}

/**
 * The first match at or after `from`, by Pike's algorithm: all threads move on together, one character at a time, so
 * it takes at most characters times steps (R. Cox, 'Regular Expression Matching: the Virtual Machine Approach').
 */
export function firstMatch(
  program: readonly Step[],
  text: readonly string[],
  from: number,
  flags: Flags,
  budget: Budget,
): Marks | null {
  let threads: Thread[] = [];
  let found: Marks | null = null;

  /** Adds a thread and what it reaches without a character, in order of preference, each step once. */
  function follow(list: Thread[], seen: Set<number>, start: Thread, position: number): void {
    const waiting: Thread[] = [start];
    for (let thread = waiting.pop(); thread; thread = waiting.pop()) {
      const { at, marks } = thread;
      const step = program[at];
      if (!step || seen.has(at)) continue;
      seen.add(at);
      budget.spend(1);
      switch (step.do) {
        case 'jump':
          waiting.push({ at: step.to, marks });
          break;
        case 'fork':
          waiting.push({ at: step.second, marks }, { at: step.first, marks });
          break;
        case 'mark':
          waiting.push({ at: at + 1, marks: marked(marks, step.place, position) });
          break;
        case 'start':
          if (position === 0 || (flags.m && text[position - 1] === '\n')) waiting.push({ at: at + 1, marks });
          break;
        case 'end':
          if (position === text.length || (flags.m && text[position] === '\n'))
            waiting.push({ at: at + 1, marks });
          break;
        default:
          list.push(thread);
      }
    }
  }

  for (let position = from; position <= text.length; position += 1) {
    const seen = new Set<number>();
    const here: Thread[] = [];
    for (const thread of threads) follow(here, seen, thread, position);
    if (!found) follow(here, seen, { at: 0, marks: [position] }, position);
    if (here.length === 0 && found) break;
    const character = text[position];
    threads = [];
    for (const { at, marks } of here) {
      const step = program[at];
      if (step?.do === 'match') {
        found = marked(marks, 1, position);
        // What is less preferred than a match is given up.
        break;
      }
      if (step?.do === 'character' && character !== undefined && step.test(character))
        threads.push({ at: at + 1, marks });
    }
  }
  return found;
}

function marked(marks: Marks, place: number, position: number): Marks {
  const changed = marks.slice();
  changed[place] = position;
  return changed;
}
