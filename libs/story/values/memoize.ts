/** Remembers the result of a function for each immutable argument, as long as the argument is in use. */
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
