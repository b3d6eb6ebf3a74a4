/** Opening hours as intervals in UTC, sorted and disjoint, each `[from, to)` in ISO 8601. Made from zone rules at publish. */
export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly open: readonly { readonly from: string; readonly to: string }[];
}
