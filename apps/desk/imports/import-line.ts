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
import { isCommandName, COMMAND_NAMES, type CommandName } from './line-commands.js';

/** A line of an import file. The envelope is read, the body is not. */
export interface ImportLine {
  readonly number: number;
  readonly command: CommandName;
  /** When it was recorded, in milliseconds since the epoch. */
  readonly at: number;
  /** The slug of the story; null for sides and parties. */
  readonly slug: string | null;
  readonly ref: string | null;
  readonly recordedBy: string;
  /** The time zone of the newsroom that recorded it: in this zone, days of the world begin and end. */
  readonly zone: string;
  /** An export writes the id of what a line makes. */
  readonly id: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** A hash of the whole line. */
  readonly hash: string;
}

/** A fault in a line. */
export interface LineFault extends Finding {
  readonly line: number;
}

/** `newsroomZone` is the zone of the newsroom that imports. @throws Problem with a pointer into the line */
export function readLine(text: string, number: number, newsroomZone: string): ImportLine {
  const value = parseStrictJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong('', 'an object is expected');
  const fields = value as Readonly<Record<string, unknown>>;
  const { at, story, command, ref = null } = fields;
  if (!isCommandName(command)) throw wrong('/command', `must be one of ${COMMAND_NAMES.join(', ')}`);
  const ofDirectory = command === 'side' || command === 'party';
  if (typeof at !== 'string') throw wrong('/at', 'must be the time of record, such as 2016-12-01T10:00Z');
  if (!ofDirectory && !isSlug(story)) throw wrong('/story', 'must be the slug of the story');
  if (ref !== null && !isSlug(ref) && !isUuidV45(ref))
    throw wrong('/ref', 'must be kebab-case, at most 80 characters, or a UUID');
  const id = ofDirectory ? null : (fields['id'] ?? null);
  if (id !== null && !isUuidV45(id)) throw wrong('/id', 'must be a UUID of version 4 or 5 in lower case');
  if (command === 'record' && ref === null && id === null)
    throw wrong('/ref', 'is required: later lines name the development by it');
  const recordedBy = recorder(command, fields);
  const { zone = newsroomZone, ...unzoned } = fields;
  if (!isZone(zone)) throw wrong('/zone', 'must be the name of a time zone, such as Europe/Paris');
  return {
    number,
    command,
    at: parseInstant(at, '/at'),
    slug: ofDirectory ? null : (story as string),
    ref,
    recordedBy,
    zone,
    id,
    body: Object.fromEntries(Object.entries(fields).filter(([field]) => !isEnvelope(command, field))),
    // A line that names the zone of this newsroom means the same as one without a zone.
    hash: digest(zone === newsroomZone ? unzoned : value),
  };
}

const ENVELOPE = ['at', 'story', 'command', 'ref', 'recordedBy', 'zone'];

/** In a retraction or withdrawal, `by` belongs to the body. So does the `id` of a side or party. */
function isEnvelope(command: CommandName, field: string): boolean {
  if (field === 'by') return command !== 'retract' && command !== 'withdraw';
  if (field === 'id') return command !== 'side' && command !== 'party';
  return ENVELOPE.includes(field);
}

/** Who recorded it: `recordedBy`, else `by` unless it belongs to the body. */
function recorder(command: CommandName, fields: Readonly<Record<string, unknown>>): string {
  const field = isEnvelope(command, 'by') && fields['recordedBy'] === undefined ? 'by' : 'recordedBy';
  const by = fields[field] ?? 'import';
  const findings: Finding[] = [];
  const name = readWords(by, { length: 200, lines: false }, `/${field}`, findings);
  const [found] = findings;
  if (found || typeof name !== 'string') throw wrong(`/${field}`, found?.detail ?? 'must be a string');
  return name;
}

export const wrong = (pointer: string, detail: string): Problem =>
  new Problem('validation', detail, { errors: [{ pointer, detail }] });

/** The faults that an error reports. */
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

/** Over HTTP these are in the path; in a line they are fields. */
const NAMED_BY: Readonly<Record<string, string>> = {
  'story-unknown': '/story',
  'development-unknown': '/development',
  'claim-unknown': '/claim',
  'assertion-unknown': '/assertion',
  'judgement-unknown': '/judgement',
  'link-unknown': '/link',
};
