/** A log holds what this program cannot read. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}
