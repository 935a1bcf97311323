/** A server counts bytes: its positions have gaps. Here each event takes as many, so that nobody rests on density. */
const STEP = 128n;

/** The position of the wire, commit and prepare alike, of an event at this position of the log. */
export function toWire(position: bigint): bigint {
  return (position + 1n) * STEP;
}

/** Whether an event of the log may stand at this position of the wire: a server reads bytes from there. */
export function isPlace(wire: bigint): boolean {
  return wire % STEP === 0n;
}

/** The log's first position that is at or after this one of the wire; -1 before the first event. */
export function atOrAfter(wire: bigint): bigint {
  return (wire + STEP - 1n) / STEP - 1n;
}

/** The log's last position that is at or before this one of the wire; -1 before the first event. */
export function atOrBefore(wire: bigint): bigint {
  return wire / STEP - 1n;
}
