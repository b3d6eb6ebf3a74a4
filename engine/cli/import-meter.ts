import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '../../definitions/model/views/mention.ts';
import { plainLines } from '../local/progress.ts';

/** Shows how far an import is: a bar on a terminal, a line now and then anywhere else. */
export interface ImportMeter {
  sent(mentions: number, all: number): void;
  settling(progress: ImportProgress): void;
  notice(sentence: string): void;
  end(): void;
}

export function importMeter(stream: NodeJS.WriteStream): ImportMeter {
  return stream.isTTY && stream.columns > 0 ? bars(stream) : lines(stream);
}

function bars(stream: NodeJS.WriteStream): ImportMeter {
  let bar: SingleBar | null = null;
  let shown = '';
  const show = (what: string, value: number, all: number): void => {
    if (shown !== what) {
      bar?.stop();
      bar = new SingleBar({
        stream,
        format: `${what} [{bar}] {value} of {total}`,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        hideCursor: true,
      });
      bar.start(all, 0);
      shown = what;
    }
    bar?.setTotal(all);
    bar?.update(value);
  };
  return {
    sent: (mentions, all) => show('Mentions', mentions, all),
    settling: ({ settled, cases }) => show('Cases   ', settled, cases),
    notice(sentence) {
      bar?.stop();
      shown = '';
      stream.write(`${sentence}\n`);
    },
    end: () => bar?.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): ImportMeter {
  const task = plainLines((line) => stream.write(`${line}\n`)).task('Import');
  let last = '';
  const say = (detail: string): void => task.say((last = detail));
  return {
    sent: (mentions, all) => say(`${mentions} of ${all} mentions handed over`),
    settling: ({ settled, cases }) => say(`${settled} of ${cases} cases settled`),
    notice: (sentence) => stream.write(`${sentence}\n`),
    end: () => task.done(last),
  };
}
