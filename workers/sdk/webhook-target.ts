/** Where a webhook goes, and the secret that both sides sign with. */
export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}
