import { html, type Html } from './html.js';
import type { Reader } from './reader.js';

type When = Pick<Reader, 'language' | 'words' | 'zone' | 'minutes'>;

interface Local {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly fraction: string;
  /** The name of the zone at that moment: `CET`, `UTC+1`. */
  readonly zoneName: string;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The parts of a moment in a zone, with the month in a language. Formats are kept, because making one is slow. */
function localOf(iso: string, { words: { locale }, zone }: When): Local {
  const key = `${locale} ${zone}`;
  let format = FORMATS.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      timeZoneName: 'short',
      hourCycle: 'h23',
    });
    FORMATS.set(key, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  const {
    year = '',
    month = '',
    day = '',
    hour = '',
    minute = '',
    second = '',
    fractionalSecond: fraction = '',
    timeZoneName: zoneName = '',
  } = parts;
  return { year, month, day, hour, minute, second, fraction, zoneName };
}

/** `1 December 2016`, `1er décembre 2016`. */
function dayWords({ day, month, year }: Pick<Local, 'day' | 'month' | 'year'>, { language }: When): string {
  return `${language === 'fr' && day === '1' ? '1er' : day} ${month} ${year}`;
}

const minuteOf = (iso: string): string => iso.slice(0, 'yyyy-mm-ddThh:mm'.length);
const MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** The minutes with more than one moment of a page. These moments are shown with seconds. */
export function sharedMinutes(...shown: readonly unknown[]): ReadonlySet<string> {
  const moments = new Set(JSON.stringify(shown).match(MOMENT) ?? []);
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const minute of [...moments].map(minuteOf)) (once.has(minute) ? shared : once).add(minute);
  return shared;
}

/**
 * A moment (ISO 8601) in words, in the newsroom's zone, with the name of the zone. It has seconds only if the page shows
 * another moment of that minute. The last moment of a day is the end of that day.
 */
export const momentWords = (iso: string, when: When): string =>
  wordsOf(iso, when, when.minutes?.has(minuteOf(iso)) === true);

function wordsOf(iso: string, when: When, exact: boolean): string {
  const local = localOf(iso, when);
  const { time } = when.words;
  const { hour, minute, second, zoneName } = local;
  const day = dayWords(local, when);
  if (isEndOfDay(iso, when)) return time.endOf(day);
  return `${time.at(day, time.clock(hour, minute, exact ? `:${second}` : ''))} ${zoneName}`;
}

export function momentTime(iso: string, when: When): Html {
  return html`<time datetime="${iso}">${momentWords(iso, when)}</time>`;
}

/**
 * The day and time of day of a moment in a form: `2016-12-01` and `13:30`, in the newsroom's zone. Fractions of a second are
 * rounded up, so that the result includes what was recorded at the moment.
 */
export function formValues(moment: string, when: When): { readonly date: string; readonly time: string } {
  const whole = localOf(moment, when).fraction === '000' || isEndOfDay(moment, when);
  const iso = whole ? moment : new Date(Math.ceil(Date.parse(moment) / 1_000) * 1_000).toISOString();
  const { year, day, hour, minute, second } = localOf(iso, when);
  const month = monthNumber(iso, when.zone);
  const exact = second === '00' ? '' : `:${second}`;
  return {
    date: `${year.padStart(4, '0')}-${month}-${day.padStart(2, '0')}`,
    time: isEndOfDay(iso, when) ? '' : `${hour}:${minute}${exact}`,
  };
}

function isEndOfDay(iso: string, when: When): boolean {
  const { hour, minute, second, fraction } = localOf(iso, when);
  return `${hour}:${minute}:${second}.${fraction}` === '23:59:59.999';
}

const monthNumber = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone, month: '2-digit' }).format(new Date(iso));

/**
 * An EDTF date (ISO 8601-2, levels 0 and 1) in words: days, months, years, seasons and intervals, also open ones. A date may
 * be uncertain or approximate, or have unknown digits.
 */
export function worldWords(edtf: string, when: When): string {
  const [start = '', end] = edtf.split('/');
  if (end === undefined) return point(start, when).alone;
  const open = (text: string): boolean => text === '' || text === '..';
  if (open(start)) return open(end) ? '…' : point(end, when).until;
  if (open(end)) return point(start, when).since;
  return `${point(start, when).from} ${point(end, when).to}`;
}

/** The same as HTML: a time element if HTML has a machine-readable form of the date. */
export function worldTime(edtf: string, when: When): Html {
  const words = worldWords(edtf, when);
  const valid = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d(?:T.*)?)?)?$/.test(edtf);
  return valid ? html`<time datetime="${edtf}">${words}</time>` : html`${words}`;
}

/** A point in time in words, alone and at the ends of an interval. */
interface Point {
  readonly alone: string;
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly until: string;
}

type Precision = 'day' | 'month' | 'year' | 'season';

function point(written: string, when: When): Point {
  const [, text = written, mark = ''] = /^(.*?)([~?%]?)$/.exec(written) ?? [];
  const { words, precision } = spanWords(text, when);
  return when.language === 'fr' ? frenchPoint(words, precision, mark) : englishPoint(words, mark);
}

function englishPoint(words: string, mark: string): Point {
  const hedge = { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ' }[mark] ?? '';
  const text = hedge + words;
  return {
    alone: text,
    from: `from ${text}`,
    to: `to ${text}`,
    since: `since ${text}`,
    until: `until ${text}`,
  };
}

function frenchPoint(words: string, precision: Precision, mark: string): Point {
  const hedge = { '~': ' (environ)', '?': ' (incertain)', '%': ' (environ, incertain)' }[mark] ?? '';
  const text = words + hedge;
  const vowel = /^[aéhio]/.test(words);
  switch (precision) {
    case 'day':
      return {
        alone: text,
        from: `du ${text}`,
        to: `au ${text}`,
        since: `depuis le ${text}`,
        until: `jusqu’au ${text}`,
      };
    case 'season': {
      const [the, of, at] = vowel ? ['l’', 'de l’', 'à l’'] : ['le ', 'du ', 'au '];
      const until = vowel ? 'jusqu’à l’' : 'jusqu’au ';
      return {
        alone: text,
        from: of + text,
        to: at + text,
        since: `depuis ${the}${text}`,
        until: until + text,
      };
    }
    case 'month':
    case 'year':
      return {
        alone: text,
        from: (vowel ? 'd’' : 'de ') + text,
        to: `à ${text}`,
        since: `depuis ${text}`,
        until: `jusqu’en ${text}`,
      };
  }
}

const SEASONS = {
  en: ['spring', 'summer', 'autumn', 'winter'],
  fr: ['printemps', 'été', 'automne', 'hiver'],
} as const;

/** One date without its mark. Unknown digits stay as written if the language has no word for them. */
function spanWords(text: string, when: When): { readonly words: string; readonly precision: Precision } {
  const { language } = when;
  // A time in the world has seconds if the newsroom gave them, as for an earthquake.
  if (text.includes('T'))
    return { words: wordsOf(text, when, localOf(text, when).second !== '00'), precision: 'day' };
  const [, year = text, second, day] = /^(-?[\dX]{4,})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(text) ?? [];
  const years = yearWords(year, language);
  if (second === undefined || (second === 'XX' && (day === undefined || day === 'XX')))
    return { words: years, precision: 'year' };
  if (/^2[1-4]$/.test(second))
    return { words: `${SEASONS[language][Number(second) - 21]} ${years}`, precision: 'season' };
  if (second.includes('X')) return { words: text, precision: 'day' };
  const month = monthWords(Number(second), when);
  if (day === undefined || day.includes('X')) return { words: `${month} ${years}`, precision: 'month' };
  return { words: dayWords({ day: String(Number(day)), month, year: years }, when), precision: 'day' };
}

function yearWords(year: string, language: When['language']): string {
  const [, decade] = /^(\d{3})X$/.exec(year) ?? [];
  if (decade !== undefined) return language === 'fr' ? `années ${decade}0` : `the ${decade}0s`;
  const [, century] = /^(\d{2})XX$/.exec(year) ?? [];
  if (century !== undefined) return language === 'fr' ? `années ${century}00` : `the ${century}00s`;
  return year;
}

function monthWords(month: number, { words: { locale } }: When): string {
  const first = new Date(Date.UTC(2000, month - 1, 1));
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' }).format(first);
}
