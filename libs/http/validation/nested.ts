import type { Finding } from '../problem/pointer.js';
import { pointTo } from '../problem/pointer.js';
import { readObject, Shaped, type Dto } from './shape.js';

/** A field that holds one object of a DTO. An array, `null` or a primitive is refused. */
export function NestedObject(type: () => Dto): PropertyDecorator {
  return Shaped((value, pointer, findings) => readObject(type(), value, pointer, findings));
}

export interface ArrayBounds {
  readonly max: number;
  readonly min?: number;
  /** Each element is itself an array of objects, of one to `within` elements. */
  readonly within?: number;
}

/** A field that holds an array of objects of a DTO, or with `within` an array of arrays of them. */
export function NestedArray(type: () => Dto, { max, min = 0, within }: ArrayBounds): PropertyDecorator {
  const one = (value: unknown, pointer: string, findings: Finding[]) =>
    readObject(type(), value, pointer, findings);
  const inner = within === undefined ? one : arrayOf(one, 1, within);
  return Shaped(arrayOf(inner, min, max));
}

/** A field of which one test decides how it is read: `"held"` or `{"embargoedUntil": …}`. */
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
