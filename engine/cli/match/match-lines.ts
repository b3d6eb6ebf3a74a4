import type { ExplainedPair, MatchReport } from './match-report.ts';

/** So many of a kind are told. */
const MOST_TOLD = 10;

const NOTHING_COMPARED =
  'Nothing was compared: no two records share what few enough others share (or they share nothing at all).';

/** A report for people, in lines. */
export function matchLines(report: MatchReport): readonly string[] {
  const { records, fields, compared, link, review, thresholds, seconds, quality, explained } = report;
  const lists =
    records.right === null
      ? `${count(records.left)} records`
      : `${count(records.left)} and ${count(records.right)} records`;
  return [
    `${lists}, ${count(compared)} pairs compared in ${seconds.toFixed(1)} s.`,
    `Records are told apart by ${[...new Set([report.id.left, report.id.right])].map((id) => `“${id}”`).join(' and ')}.`,
    `Compared: ${fields.map(({ kind, left, right }) => `${kind} (${[...new Set([left.join(' '), right.join(' ')])].join(' / ')})`).join(', ')}.`,
    ...unusedLines(report),
    ...report.unread.map(
      ({ field, records: unread }) => `Of ${field} ${count(unread)} cells say what nobody can read.`,
    ),
    ...(compared === 0 ? [NOTHING_COMPARED] : []),
    ...leftOutLines(report),
    ...commonLines(report),
    `${count(link)} pairs to link (from ${thresholds.link} on), ${count(review)} for a person to look at (from ${thresholds.review} on).`,
    ...(quality === undefined
      ? []
      : [...quality.at, ...(quality.best.f1 > 0 ? [{ ...quality.best, isBest: true }] : [])].map(
          (one) =>
            `From ${one.threshold.toFixed(4)} on${'isBest' in one ? ' (the best F1)' : ''}: precision ${one.precision.toFixed(4)}, recall ${one.recall.toFixed(4)}, F1 ${one.f1.toFixed(4)}.`,
        )),
    ...(report.linked === undefined
      ? []
      : [
          `Of what is linked without a person: precision ${report.linked.precision.toFixed(4)}, recall ${report.linked.recall.toFixed(4)}.`,
        ]),
    ...(explained ?? []).flatMap(explanationLines),
  ];
}

function unusedLines({ unused: { left, right } }: MatchReport): readonly string[] {
  const all = [...new Set([...left, ...right])];
  return all.length === 0 ? [] : [`Not looked at: ${all.join(', ')} (say with --fields what is to be).`];
}

function commonLines({ largeBlocks }: MatchReport): readonly string[] {
  const [largest] = largeBlocks;
  if (largest === undefined) return [];
  const many = largeBlocks.length > 1 ? ' and others as common are' : ' is';
  return [
    `“${largest.value}” (${largest.key})${many} shared by too many: who has them is compared only where something else is the same too.`,
  ];
}

function leftOutLines({ leftOut }: MatchReport): readonly string[] {
  return [...leftOut.left, ...leftOut.right]
    .slice(0, MOST_TOLD)
    .map(({ line, reason }) => `Left out: line ${line} ${reason}.`);
}

function explanationLines(pair: ExplainedPair): readonly string[] {
  return [
    '',
    `${pair.left_id} and ${pair.right_id}: ${pair.decision}, chance ${pair.probability.toFixed(4)}, ${bits(pair.bits)}`,
    `  ${bits(pair.prior)}  two records at random`,
    ...pair.steps.map((step) => `  ${bits(step.bits)}  ${step.words}`),
  ];
}

function bits(number: number): string {
  return `${number < 0 ? '−' : '+'}${Math.abs(number).toFixed(1)} bits`.padStart(11);
}

function count(number: number): string {
  return number.toLocaleString('en');
}
