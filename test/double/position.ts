/** A server counts bytes, so its positions have gaps. Here each event takes the same number of bytes. */
const STEP = 128n;

/** The position on the wire (both commit and prepare) of an event at this position in the log. */
export function toWire(position: bigint): bigint {
  return (position + 1n) * STEP;
}

/** Whether this position on the wire can be that of an event: a server reads bytes from there. */
export function isEventPosition(wire: bigint): boolean {
  return wire % STEP === 0n;
}

/** The first position in the log at or after this position on the wire; -1 before the first event. */
export function atOrAfter(wire: bigint): bigint {
  return (wire + STEP - 1n) / STEP - 1n;
}

/** The last position in the log at or before this position on the wire; -1 before the first event. */
export function atOrBefore(wire: bigint): bigint {
  return wire / STEP - 1n;
}
