/** A log contains an event that this version of the program cannot read. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}
