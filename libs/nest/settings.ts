import { IsIn, Matches, ValidateBy, ValidateIf, validateSync } from 'class-validator';
import { isHttpUrl } from './whereabouts.js';
import { isZone } from './zone.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What an operator chose, checked. */
export interface Settings {
  /** The archive's port; 0 lets the system choose. */
  readonly port: number;
  readonly deskPort: number;
  readonly host: string;
  /** Folder of the embedded store. */
  readonly data: string;
  /** Whether an empty embedded store gets the demonstration. Only the newsroom in one process asks. */
  readonly demo: boolean;
  /** IANA name of the zone in which the newsroom's days begin and end. */
  readonly timeZone: string;
  /** Origin under which readers reach the archive, without a slash at its end; `null` if it is none but its own. */
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
}

const PORT = /^(?:0|[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;
const port = { message: 'must be a port from 0 to 65535 (0: any that is free)' };

class Environment {
  @Matches(PORT, port) PORT = '3000';
  @Matches(PORT, port) DESK_PORT = '3001';
  @Matches(/^[\w.:-]{1,253}$/, { message: 'must be a host name or an IP address, such as 127.0.0.1' }) HOST =
    '127.0.0.1';
  @Matches(/^[^\0]{1,4096}$/, { message: 'must be a folder, such as ./data' }) DATELINE_DATA = './data';
  @IsIn(['on', 'off'], { message: 'must be on or off' }) DATELINE_DEMO = 'on';
  @Is(isZone, 'must be the name of a zone in the IANA database, such as Europe/Paris') DATELINE_TIME_ZONE =
    'UTC';
  @ValidateIf((_, value) => value !== '')
  @Is(isOrigin, 'must be the http or https origin of the archive, such as https://archive.example.org')
  DATELINE_PUBLIC_URL = '';
  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` }) LOG_LEVEL = 'info';
}

/** The settings are wrong; the message lists every one, with what was expected, and no value. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';

  constructor(readonly wrong: readonly string[]) {
    super(`Wrong settings:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
  }
}

/**
 * Reads the environment. A variable that is absent or empty has its default; a `DATELINE_…` that does not exist is
 * an error, for it is most often one that was misspelt.
 *
 * @throws WrongSettings
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = new Environment();
  const names = Object.keys(given) as (keyof Environment)[];
  for (const name of names) given[name] = env[name] || given[name];
  const unknown = Object.keys(env).filter(
    (name) => /^DATELINE_/i.test(name) && !(names as string[]).includes(name),
  );
  const wrong = [
    ...validateSync(given).map(
      ({ property, constraints }) => `${property} ${Object.values(constraints ?? {}).join('; ')}`,
    ),
    ...unknown.map(
      (name) =>
        `${name} does not exist; there are ${names.filter((n) => n.startsWith('DATELINE_')).join(', ')}`,
    ),
  ];
  if (wrong.length > 0) throw new WrongSettings(wrong);
  return {
    port: Number(given.PORT),
    deskPort: Number(given.DESK_PORT),
    host: given.HOST,
    data: given.DATELINE_DATA,
    demo: given.DATELINE_DEMO === 'on',
    timeZone: given.DATELINE_TIME_ZONE,
    publicUrl: given.DATELINE_PUBLIC_URL === '' ? null : new URL(given.DATELINE_PUBLIC_URL).origin,
    logLevel: given.LOG_LEVEL as LogLevel,
  };
}

function isOrigin(value: unknown): boolean {
  return isHttpUrl(value) && ['', '/'].includes(value.slice(new URL(value).origin.length));
}

function Is(test: (value: unknown) => boolean, message: string): PropertyDecorator {
  return ValidateBy({
    name: 'is',
    validator: { validate: (value) => test(value), defaultMessage: () => message },
  });
}
