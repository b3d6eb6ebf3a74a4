export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export declare function tallyOf(report: object): Tally;
export declare function addUp(tallies: readonly Tally[]): Tally;
export declare function sentence(tally: Tally): string;
