/**
 * The same function, which looks at each value only once: what it found is kept as long as the value is in
 * use. The value must never change.
 */
export function memoize<T extends object, R extends object>(find: (value: T) => R): (value: T) => R {
  const found = new WeakMap<T, R>();
  return (value) => {
    const before = found.get(value);
    if (before !== undefined) return before;
    const result = find(value);
    found.set(value, result);
    return result;
  };
}
