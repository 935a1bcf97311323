import { Webhook } from 'standardwebhooks';
import { WebhookMessage } from './webhook-message.js';
import { newSecret, secretText, signedHeaders } from './signature.js';

const endpoint = '1f0bd6c1-7d0e-4d2c-9d4e-5d3b3c1c1b2a';
const event = { specversion: '1.0', id: 'a', source: 's', type: 't', data: { text: 'Переговоры' } } as const;

it('is accepted by the library of the standard, with the old and the new secret', () => {
  const secrets = [newSecret(), newSecret()];
  const message = new WebhookMessage(endpoint, event);
  const headers = message.headers(secrets, Date.now());
  for (const secret of secrets)
    expect(new Webhook(secretText(secret)).verify(message.body, headers)).toEqual(event);
  expect(() => new Webhook(secretText(newSecret())).verify(message.body, headers)).toThrow('No matching');
  expect(() => new Webhook(secretText(secrets[0]!)).verify(`${message.body} `, headers)).toThrow(
    'No matching',
  );
});

it('signs like the example of the standard', () => {
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
  expect(signedHeaders(signed, [secret])['webhook-signature']).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

it('has a separate id for each endpoint, and the same at each attempt', () => {
  const other = '6d0f6a5c-3f0b-4f7e-9a51-4c2b8f1d7e60';
  const idOf = (at: string, now: number) => new WebhookMessage(at, event).headers([], now)['webhook-id'];
  expect(idOf(endpoint, 0)).toBe(idOf(endpoint, 5_000));
  expect(idOf(endpoint, 0)).not.toBe(idOf(other, 0));
});

it('has a secret of 32 bytes', () => {
  expect(secretText(newSecret())).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});
