import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { codePoint, isInvisible, wrongCharacter } from '#story';
import { pointTo, type Finding } from '../problem/pointer.js';
import { isPlainObject, FieldRule, Shaped } from './dto-reader.js';

const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

/** Whether it is a BCP 47 tag in canonical form: `en`, `en-GB`, `zh-Hant`; not `EN`, `en_GB` or `iw`. */
function isLanguage(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 35 || !TAG.test(value)) return false;
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}

/** A BCP 47 tag in canonical form. */
export function IsLanguage(): PropertyDecorator {
  return FieldRule(
    'language',
    'must be a BCP 47 language tag in canonical form, such as en or zh-Hant',
    isLanguage,
    { type: 'string', minLength: 2, maxLength: 35 },
  );
}

/** A text in 1 to `languages` languages: `{"en": "…", "fr": "…"}`, each of 1 to `length` UTF-16 units after trimming. */
export const IsText = (bounds: TextBounds = {}): PropertyDecorator => IsWordsByLanguage(bounds, false);

/** A change of such a text: `{"en": "…", "fr": null}`. Absent languages stay, `null` removes one. */
export const IsTextChange = (bounds: TextBounds = {}): PropertyDecorator => IsWordsByLanguage(bounds, true);

interface TextBounds {
  readonly length?: number;
  readonly languages?: number;
}

function IsWordsByLanguage(
  { length = 10_000, languages = 20 }: TextBounds,
  nullable: boolean,
): PropertyDecorator {
  const read = Shaped((value, pointer, findings) => {
    if (!isPlainObject(value)) {
      findings.push({
        pointer,
        detail: 'an object of language tags and texts is expected, such as {"en": "…"}',
      });
      return value;
    }
    const entries = Object.entries(value);
    if (entries.length === 0 || entries.length > languages) {
      findings.push({
        pointer,
        detail: `between 1 and ${languages} languages are expected, not ${entries.length}`,
      });
      return value;
    }
    return Object.fromEntries(
      entries.map(([tag, words]) => {
        const here = pointTo(pointer, tag);
        if (!isLanguage(tag))
          findings.push({ pointer: here, detail: 'the key must be a BCP 47 language tag in canonical form' });
        const said =
          nullable && words === null ? null : readWords(words, { length, lines: true }, here, findings);
        return [tag, said];
      }),
    );
  });
  const openApi = ApiProperty({
    type: 'object',
    minProperties: 1,
    maxProperties: languages,
    additionalProperties: {
      type: (nullable ? ['string', 'null'] : 'string') as 'string',
      minLength: 1,
      maxLength: length,
    },
  });
  return applyDecorators(read, openApi);
}

/** One line, such as a name: 1 to `length` UTF-16 units, without tabs and line breaks. */
export const IsLine = (length = 200): PropertyDecorator => Words({ length, lines: false });

/** Prose in one language, such as a reason: 1 to `length` UTF-16 units, with line breaks. */
export const IsProse = (length = 2_000): PropertyDecorator => Words({ length, lines: true });

interface Bounds {
  /** UTF-16 units. */
  readonly length: number;
  /** Whether line breaks are allowed. */
  readonly lines: boolean;
}

function Words(bounds: Bounds): PropertyDecorator {
  const read = Shaped((value, pointer, findings) => readWords(value, bounds, pointer, findings));
  return applyDecorators(read, ApiProperty({ type: 'string', minLength: 1, maxLength: bounds.length }));
}

/** Trims a text, and adds its faults to `findings`. */
export function readWords(
  value: unknown,
  { length, lines }: Bounds,
  pointer: string,
  findings: Finding[],
): unknown {
  const words = typeof value === 'string' ? value.trim() : null;
  const detail = words === null ? 'must be a string' : wrongWords(words, { length, lines });
  if (detail !== null) findings.push({ pointer, detail });
  return words ?? value;
}

function wrongWords(words: string, { length, lines }: Bounds): string | null {
  if (words === '') return 'must not be empty';
  if (words.length > length) return `must have at most ${length} characters${lines ? '' : ', on one line'}`;
  const wrong = wrongCharacter(words, { lines });
  if (wrong !== null) return wrong;
  return isInvisible(words) ? `has only invisible characters, such as ${codePoint(words, 0)}` : null;
}

/** 1 to `most` different lines. */
export function IsLines(most: number, length = 200): PropertyDecorator {
  return FieldRule(
    'lines',
    `must be 1 to ${most} different lines of 1 to ${length} characters, without control characters`,
    (value) =>
      Array.isArray(value) &&
      value.length >= 1 &&
      value.length <= most &&
      new Set(value).size === value.length &&
      value.every((line) => isLine(line, length)),
    {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: length },
      minItems: 1,
      maxItems: most,
      uniqueItems: true,
    },
  );
}

/** One line, or several different lines. */
export function IsWords(most = 20, length = 200): PropertyDecorator {
  return FieldRule(
    'words',
    `must be a line of 1 to ${length} characters with a letter or digit in it, or 1 to ${most} different ones`,
    (value) => {
      const lines: readonly unknown[] = Array.isArray(value) ? value : [value];
      return (
        lines.length >= 1 &&
        lines.length <= most &&
        new Set(lines).size === lines.length &&
        lines.every((line) => isLine(line, length) && /[\p{L}\p{N}]/u.test(line as string))
      );
    },
    {
      oneOf: [
        { type: 'string', minLength: 1, maxLength: length },
        {
          type: 'array',
          items: { type: 'string', minLength: 1, maxLength: length },
          minItems: 1,
          maxItems: most,
          uniqueItems: true,
        },
      ],
    },
  );
}

const isLine = (value: unknown, length: number): boolean =>
  typeof value === 'string' && value.length <= length && value.trim() !== '' && !CONTROL.test(value);

// Words to remove must match the stored text. That may have characters which are refused today.
// oxlint-disable-next-line no-control-regex -- this is a search for them
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
