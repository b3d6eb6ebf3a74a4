/** Why a worker cannot start, in one sentence for whoever set it up. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
