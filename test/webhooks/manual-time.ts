import { ManualClock } from '#event-store/contract';

/** A clock with alarms that only moves if a test advances it. */
export class ManualTime extends ManualClock {
  readonly #alarms = new Set<{ readonly at: number; readonly call: () => void }>();

  readonly alarm = (milliseconds: number, call: () => void): (() => void) => {
    const alarm = { at: this.monotonic() + milliseconds, call };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  };

  /** The number of set alarms. */
  get alarms(): number {
    return this.#alarms.size;
  }

  override advance(milliseconds: number): void {
    super.advance(milliseconds);
    for (const alarm of [...this.#alarms])
      if (alarm.at <= this.monotonic() && this.#alarms.delete(alarm)) alarm.call();
  }
}
