import type { Json } from '../http/caller.js';

/** Values that differ from run to run, by property name. Every example has a fixed value instead. */
const SETTLED: Readonly<Record<string, Json>> = {
  imported: '2026-01-01T12:00:00.000Z',
  importedAt: '2026-01-01T12:00:00.000Z',
  correlationId: '00000000-0000-4000-8000-000000000000',
  causationId: '00000000-0000-4000-8000-000000000000',
  instance: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  token: `dateline_${'A'.repeat(43)}`,
  recoveryCode: '0000-0000-0000-0000-0000-0000',
  link: `https://desk.example.org/desk/invitation#${'A'.repeat(43)}`,
  challenge: 'A'.repeat(43),
  clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0',
  attestationObject: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ',
  authenticatorData: 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ',
  signature: 'MEUCIQ',
  bytes: 1_000_000,
  perSecond: 1_000,
  left: 0,
};

/** The story of the documentation is of 2016; events that a test records have the time of the test. */
const now = /20[2-9]\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
/** A test has any free port. */
const local = /http:\/\/localhost:\d+/g;
const retry = /^retry: \d+$/m;

/** An answer as in an example: the same in each run. */
export function settled(value: Json): Json {
  if (typeof value === 'string')
    return lines(value)
      .replace(now, SETTLED['imported'])
      .replace(local, 'http://localhost:3001')
      .replace(retry, 'retry: 2000');
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries<Json>(value).map(([name, inner]) => [
      name,
      inner !== null && name in SETTLED && typeof inner !== 'object' ? SETTLED[name] : settled(inner),
    ]),
  );
}

/** NDJSON with each line settled. */
function lines(text: string): string {
  if (!/^\{.*\}\n$/s.test(text)) return text;
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => `${JSON.stringify(settled(JSON.parse(line)))}\n`).join('');
}
