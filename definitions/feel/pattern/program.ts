import type { CharacterTest, Pattern } from './pattern.ts';

/** One step of a matching machine; numbers are indexes into the program. `fork` tries `first` before `second`. */
export type Step =
  | { readonly do: 'character'; readonly test: CharacterTest }
  | { readonly do: 'start' | 'end' | 'match' }
  | { readonly do: 'mark'; readonly place: number }
  | { do: 'fork'; first: number; second: number }
  | { do: 'jump'; to: number };

/** Steps of one program: counted repetitions are written out, and could multiply. */
const LONGEST = 5_000;

class TooLong extends Error {}

/** The program of a pattern (Thompson's construction), or null if it would be too long. Group n marks places 2n and 2n+1. */
export function programOf(pattern: Pattern): readonly Step[] | null {
  const steps: Step[] = [];

  function write(step: Step): number {
    if (steps.length >= LONGEST) throw new TooLong();
    steps.push(step);
    return steps.length - 1;
  }

  function compile(part: Pattern): void {
    switch (part.is) {
      case 'character':
        write({ do: 'character', test: part.test });
        return;
      case 'start':
      case 'end':
        write({ do: part.is });
        return;
      case 'sequence':
        part.of.forEach(compile);
        return;
      case 'choice':
        choice(part.of);
        return;
      case 'group':
        write({ do: 'mark', place: 2 * part.index });
        compile(part.of);
        write({ do: 'mark', place: 2 * part.index + 1 });
        return;
      case 'repeat':
        for (let i = 0; i < part.least; i += 1) compile(part.of);
        if (part.most === null) loop(part.of, part.lazy);
        else for (let i = part.least; i < part.most; i += 1) perhaps(part.of, part.lazy);
    }
  }

  function choice([first, ...others]: readonly Pattern[]): void {
    if (!first) return;
    if (others.length === 0) return compile(first);
    const fork: Step = { do: 'fork', first: steps.length + 1, second: 0 };
    write(fork);
    compile(first);
    const jump: Step = { do: 'jump', to: 0 };
    write(jump);
    fork.second = steps.length;
    choice(others);
    jump.to = steps.length;
  }

  function loop(of: Pattern, lazy: boolean): void {
    const again = steps.length;
    const enter = perhapsFork(lazy);
    compile(of);
    write({ do: 'jump', to: again });
    enter(steps.length);
  }

  function perhaps(of: Pattern, lazy: boolean): void {
    const enter = perhapsFork(lazy);
    compile(of);
    enter(steps.length);
  }

  /** A fork into what follows it, or (first, if lazy) to where the answer is told to lead. */
  function perhapsFork(lazy: boolean): (past: number) => void {
    const into = steps.length + 1;
    const fork: Step = { do: 'fork', first: into, second: into };
    write(fork);
    return (past) => {
      if (lazy) fork.first = past;
      else fork.second = past;
    };
  }

  try {
    compile(pattern);
    write({ do: 'match' });
    return steps;
  } catch (thrown) {
    if (thrown instanceof TooLong) return null;
    throw thrown;
  }
}
