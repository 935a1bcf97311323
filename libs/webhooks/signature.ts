import { createHmac, randomBytes } from 'node:crypto';

/** A key that partner and newsroom share: 32 random bytes. */
export const newSecret = (): Buffer => randomBytes(32);

/** How a partner is given it: `whsec_` and base64 (Standard Webhooks 1.0.0, signature scheme). */
export const secretText = (secret: Uint8Array): string => `whsec_${Buffer.from(secret).toString('base64')}`;

export interface Signed {
  /** The same at every attempt. It holds no full stop, so that no two messages have the same signed text. */
  readonly id: string;
  /** Of the attempt, in seconds since the epoch. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The headers by which a partner knows that a message is ours: HMAC-SHA256 over `id.timestamp.body` with each secret that
 * is valid, parted by spaces (Standard Webhooks 1.0.0, webhook headers).
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
