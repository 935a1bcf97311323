import { createHmac, randomBytes } from 'node:crypto';

/** A shared key of partner and newsroom: 32 random bytes. */
export const newSecret = (): Buffer => randomBytes(32);

/** The form for partners: `whsec_` and base64 (Standard Webhooks 1.0.0, signature scheme). */
export const secretText = (secret: Uint8Array): string => `whsec_${Buffer.from(secret).toString('base64')}`;

export interface Signed {
  /** The same at every attempt. It has no full stop, so that no two messages have the same signed text. */
  readonly id: string;
  /** The time of the attempt, in seconds since the epoch. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The headers with the signatures (Standard Webhooks 1.0.0, webhook headers). There is one HMAC-SHA256 over
 * `id.timestamp.body` for each valid secret, separated by spaces.
 */
export function signedHeaders(
  { id, timestamp, body }: Signed,
  secrets: readonly Uint8Array[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const text = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(text).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
