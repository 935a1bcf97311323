const RESERVED = /^[$!]/;

/** Escapes a name for the embedded store, which refuses names that begin with `$`. */
export function escapeName(name: string): string {
  return RESERVED.test(name) ? `!${name}` : name;
}

export function unescapeName(name: string): string {
  return name.startsWith('!') ? name.slice(1) : name;
}
