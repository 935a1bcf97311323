import {
  digest,
  isSlug,
  isUuidV45,
  parseInstant,
  parseStrictJson,
  Problem,
  readWords,
  type Finding,
} from '#http';
import { isZone } from '#settings';
import { isVerb, VERBS, type Verb } from './verbs.js';

/** A line of an import file, its envelope read and its body not yet. */
export interface ImportLine {
  readonly number: number;
  readonly verb: Verb;
  readonly at: number;
  /** Of the story; null for sides and parties. */
  readonly slug: string | null;
  readonly ref: string | null;
  readonly recordedBy: string;
  /** Of the newsroom where it was recorded, in which days of the world begin and end. */
  readonly zone: string;
  /** Carried by what an export wrote. */
  readonly id: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of the whole line: the same line has the same. */
  readonly hash: string;
}

/** What is wrong with a line: where in it, and what to do. */
export interface LineFault extends Finding {
  readonly line: number;
}

/** `own` is the zone of the newsroom that imports. @throws Problem with a pointer into the line */
export function readLine(text: string, number: number, own: string): ImportLine {
  const value = parseStrictJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong('', 'an object is expected');
  const fields = value as Readonly<Record<string, unknown>>;
  const { at, story, command: verb, ref = null } = fields;
  if (!isVerb(verb)) throw wrong('/command', `must be one of ${VERBS.join(', ')}`);
  const shared = verb === 'side' || verb === 'party';
  if (typeof at !== 'string') throw wrong('/at', 'must be the time of record, such as 2016-12-01T10:00Z');
  if (!shared && !isSlug(story)) throw wrong('/story', 'must be the slug of the story');
  if (ref !== null && !isSlug(ref) && !isUuidV45(ref))
    throw wrong('/ref', 'must be kebab-case, at most 80 characters, or a UUID');
  const id = shared ? null : (fields['id'] ?? null);
  if (id !== null && !isUuidV45(id)) throw wrong('/id', 'must be a UUID of version 4 or 5 in lower case');
  if (verb === 'record' && ref === null && id === null)
    throw wrong('/ref', 'is required: later lines name the development by it');
  const recordedBy = recorder(verb, fields);
  const { zone = own, ...unzoned } = fields;
  if (!isZone(zone)) throw wrong('/zone', 'must be the name of a time zone, such as Europe/Paris');
  return {
    number,
    verb,
    at: parseInstant(at, '/at'),
    slug: shared ? null : (story as string),
    ref,
    recordedBy,
    zone,
    id,
    body: Object.fromEntries(Object.entries(fields).filter(([field]) => !isEnvelope(verb, field))),
    // Where it names our own zone it says what it says without it.
    hash: digest(zone === own ? unzoned : value),
  };
}

const ENVELOPE = ['at', 'story', 'command', 'ref', 'recordedBy', 'zone'];

/** In a retraction and a withdrawal `by` is the body's: whose doing it was. The id of a side or party is too. */
function isEnvelope(verb: Verb, field: string): boolean {
  if (field === 'by') return verb !== 'retract' && verb !== 'withdraw';
  if (field === 'id') return verb !== 'side' && verb !== 'party';
  return ENVELOPE.includes(field);
}

/** Who recorded it: `by`, or where that says something else, `recordedBy`. */
function recorder(verb: Verb, fields: Readonly<Record<string, unknown>>): string {
  const field = isEnvelope(verb, 'by') && fields['recordedBy'] === undefined ? 'by' : 'recordedBy';
  const by = fields[field] ?? 'import';
  const findings: Finding[] = [];
  const name = readWords(by, { length: 200, lines: false }, `/${field}`, findings);
  const [found] = findings;
  if (found || typeof name !== 'string') throw wrong(`/${field}`, found?.detail ?? 'must be a string');
  return name;
}

export const wrong = (pointer: string, detail: string): Problem =>
  new Problem('validation', detail, { errors: [{ pointer, detail }] });

/** The faults that an error stands for. */
export function faultsOf(error: unknown, line: number): readonly LineFault[] {
  if (error instanceof Problem) {
    const { errors } = error.options;
    return errors && errors.length > 0
      ? errors.map((e) => ({ ...e, line }))
      : [{ line, pointer: '', detail: error.detail }];
  }
  const { code, message, pointer } = error as { code?: string; message: string; pointer?: string | null };
  return [{ line, pointer: pointer ?? NAMED_BY[code ?? ''] ?? '', detail: message }];
}

/** What the address of a request names is a field of a line. */
const NAMED_BY: Readonly<Record<string, string>> = {
  'story-unknown': '/story',
  'development-unknown': '/development',
  'claim-unknown': '/claim',
  'assertion-unknown': '/assertion',
  'judgement-unknown': '/judgement',
  'link-unknown': '/link',
};
