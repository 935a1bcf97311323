import type { Json } from '../http/caller.js';

/** What differs from run to run, by the name of its member: replaced in every example by one of its kind. */
const SETTLED: Readonly<Record<string, Json>> = {
  imported: '2026-01-01T12:00:00.000Z',
  importedAt: '2026-01-01T12:00:00.000Z',
  correlationId: '00000000-0000-4000-8000-000000000000',
  causationId: '00000000-0000-4000-8000-000000000000',
  instance: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  bytes: 1_000_000,
  perSecond: 1_000,
  left: 0,
};

/** The story of the documents is of 2016; what a test records itself bears the time of the test. */
const now = /20[2-9]\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const retry = /^retry: \d+$/m;

/** An answer as an example shows it: the same from run to run. */
export function settled(value: Json): Json {
  if (typeof value === 'string')
    return lines(value).replace(now, SETTLED['imported']).replace(retry, 'retry: 2000');
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries<Json>(value).map(([name, inner]) => [
      name,
      inner !== null && name in SETTLED && typeof inner !== 'object' ? SETTLED[name] : settled(inner),
    ]),
  );
}

/** Lines of JSON, each settled. */
function lines(text: string): string {
  if (!/^\{.*\}\n$/s.test(text)) return text;
  const told = text.trimEnd().split('\n');
  return told.map((line) => `${JSON.stringify(settled(JSON.parse(line)))}\n`).join('');
}
