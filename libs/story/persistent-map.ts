/**
 * A map that is never changed: `set` gives a new map that shares all but the path to the change, so that
 * every revision of a story can be kept in memory (a hash array mapped trie, Bagwell 2001).
 * Look-up, `set` and `delete` cost about log32 of the size.
 */
export class PersistentMap<V> {
  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>(EMPTY, 0);
  }

  private constructor(
    private readonly root: Branch<V>,
    readonly size: number,
  ) {}

  get(key: string): V | undefined {
    const hash = hashOf(key);
    let node: Node<V> = this.root;
    for (let shift = 0; 'bitmap' in node; shift += 5) {
      const bit = bitAt(hash, shift);
      if ((node.bitmap & bit) === 0) return undefined;
      node = node.children[indexOf(node.bitmap, bit)]!;
    }
    return node.entries.find(([k]) => k === key)?.[1];
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  set(key: string, value: V): PersistentMap<V> {
    const known = this.has(key);
    return new PersistentMap<V>(
      insert(this.root, hashOf(key), 0, key, value),
      known ? this.size : this.size + 1,
    );
  }

  delete(key: string): PersistentMap<V> {
    if (!this.has(key)) return this;
    return new PersistentMap<V>(remove(this.root, hashOf(key), 0, key), this.size - 1);
  }

  /** In no particular order: what needs an order keeps a {@link Ledger} of keys beside the map. */
  *values(): IterableIterator<V> {
    const open: Node<V>[] = [this.root];
    for (let node = open.pop(); node; node = open.pop()) {
      if ('bitmap' in node) open.push(...node.children);
      else for (const [, value] of node.entries) yield value;
    }
  }
}

interface Branch<V> {
  readonly bitmap: number;
  readonly children: readonly Node<V>[];
}
/** The entries of one hash: nearly always one. */
interface Leaf<V> {
  readonly hash: number;
  readonly entries: readonly (readonly [string, V])[];
}
type Node<V> = Branch<V> | Leaf<V>;

const EMPTY: Branch<never> = { bitmap: 0, children: [] };

const bitAt = (hash: number, shift: number): number => 1 << ((hash >>> shift) & 31);
const indexOf = (bitmap: number, bit: number): number => bitCount(bitmap & (bit - 1));

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** FNV-1a, 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function insert<V>(branch: Branch<V>, hash: number, shift: number, key: string, value: V): Branch<V> {
  const bit = bitAt(hash, shift);
  const at = indexOf(branch.bitmap, bit);
  const child = branch.children[at];
  if ((branch.bitmap & bit) === 0 || child === undefined) {
    const leaf: Leaf<V> = { hash, entries: [[key, value]] };
    return { bitmap: branch.bitmap | bit, children: branch.children.toSpliced(at, 0, leaf) };
  }
  return {
    bitmap: branch.bitmap,
    children: branch.children.with(at, insertBelow(child, hash, shift + 5, key, value)),
  };
}

function insertBelow<V>(child: Node<V>, hash: number, shift: number, key: string, value: V): Node<V> {
  if ('bitmap' in child) return insert(child, hash, shift, key, value);
  if (child.hash === hash)
    return { hash, entries: [...child.entries.filter(([k]) => k !== key), [key, value] as const] };
  const split: Branch<V> = { bitmap: bitAt(child.hash, shift), children: [child] };
  return insert(split, hash, shift, key, value);
}

function remove<V>(branch: Branch<V>, hash: number, shift: number, key: string): Branch<V> {
  const bit = bitAt(hash, shift);
  const at = indexOf(branch.bitmap, bit);
  const child = branch.children[at]!;
  if ('bitmap' in child)
    return { bitmap: branch.bitmap, children: branch.children.with(at, remove(child, hash, shift + 5, key)) };
  const entries = child.entries.filter(([k]) => k !== key);
  if (entries.length > 0)
    return { bitmap: branch.bitmap, children: branch.children.with(at, { hash, entries }) };
  return { bitmap: branch.bitmap & ~bit, children: branch.children.toSpliced(at, 1) };
}
