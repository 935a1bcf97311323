import type { Finding } from '../problem/pointer.js';
import { pointTo } from '../problem/pointer.js';
import { readObject, Shaped, type Dto } from './dto-reader.js';

/** A field with one object of a DTO. An array, `null` or a primitive is refused. */
export function NestedObject(type: () => Dto): PropertyDecorator {
  return Shaped((value, pointer, findings) => readObject(type(), value, pointer, findings));
}

export interface ArrayBounds {
  readonly max: number;
  readonly min?: number;
  /** If given, each element is an array of 1 to `within` objects. */
  readonly within?: number;
}

/** A field with an array of objects of a DTO, or with `within`, an array of such arrays. */
export function NestedArray(type: () => Dto, { max, min = 0, within }: ArrayBounds): PropertyDecorator {
  const one = (value: unknown, pointer: string, findings: Finding[]) =>
    readObject(type(), value, pointer, findings);
  const inner = within === undefined ? one : arrayOf(one, 1, within);
  return Shaped(arrayOf(inner, min, max));
}

/** A field with either one of some words or an object, such as `"held"` or `{"embargoedUntil": …}`. */
export function WordOrObject(words: readonly string[], type: () => Dto): PropertyDecorator {
  return Shaped((value, pointer, findings) => {
    if (typeof value !== 'string') return readObject(type(), value, pointer, findings);
    if (!words.includes(value))
      findings.push({ pointer, detail: `must be ${words.join(', ')} or an object` });
    return value;
  });
}

function arrayOf(
  read: (value: unknown, pointer: string, findings: Finding[]) => unknown,
  min: number,
  max: number,
) {
  return (value: unknown, pointer: string, findings: Finding[]): unknown => {
    if (!Array.isArray(value)) {
      findings.push({ pointer, detail: 'an array is expected' });
      return value;
    }
    if (value.length < min || value.length > max) {
      findings.push({
        pointer,
        detail: `between ${min} and ${max} elements are expected, not ${value.length}`,
      });
      return value;
    }
    return value.map((element, i) => read(element, pointTo(pointer, i), findings));
  };
}
