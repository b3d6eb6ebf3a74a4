import { examined } from './examine.ts';
import type { TableAnswer, TableAsk } from './table-messages.ts';
import { trialsOf } from './trial.ts';

type Examine = Extract<TableAsk, { readonly ask: 'examine' }>;

/** The table that was sent last; it is read when there is nothing newer to read. */
let newest: Examine | null = null;
let tryIt: ReturnType<typeof trialsOf> | null = null;

/** What waits in line is heard before the next piece of work: by then a table may be old. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function examine(asked: Examine): Promise<void> {
  const { version, table, types, others } = asked;
  newest = asked;
  tryIt = null;
  await nextTurn();
  if (newest !== asked) return;
  const examination = examined(table, types, others);
  tell({ answer: 'checked', version, checked: examination.checked });
  tryIt = trialsOf(table, examination.checked, others);
  await nextTurn();
  if (newest !== asked) return;
  tell({ answer: 'analysed', version, analysed: examination.analyse() });
}

function tell(answer: TableAnswer): void {
  postMessage(answer);
}

addEventListener('message', ({ data }: MessageEvent<TableAsk>) => {
  if (data.ask === 'examine') void examine(data);
  else if (newest !== null && tryIt !== null) {
    const { turn, given, now } = data;
    tell({ answer: 'tried', version: newest.version, turn, trial: tryIt(given, now) });
  }
});
