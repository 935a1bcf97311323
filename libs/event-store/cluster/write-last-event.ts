import { randomUUID } from 'node:crypto';
import { WrongExpectedRevision } from '../failure.js';
import { decode, encode } from '../json.js';
import type { Connection } from './connection.js';

/** Appends an event to a system stream, unless its last event has the same value. */
export async function writeLastEvent(
  connection: Connection,
  stream: string,
  type: string,
  value: object,
): Promise<void> {
  for (;;) {
    const found = await connection.retry((client, limit) =>
      client.read({ of: { stream }, from: 'end', direction: 'backward', count: 1 }, limit),
    );
    const last = found?.[0];
    if (last && JSON.stringify(decode(last.data)) === JSON.stringify(value)) return;
    const event = { id: randomUUID(), type, data: encode(value), metadata: new Uint8Array() };
    try {
      await connection.retry((client, limit) =>
        client.append(stream, last?.revision ?? 'no_stream', [event], limit),
      );
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}
