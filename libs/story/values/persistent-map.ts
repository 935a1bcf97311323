/**
 * An immutable map (a hash array mapped trie, Bagwell 2001). `set` returns a new map that shares everything except the
 * path to the change, so that all revisions of a story fit into memory. Look-up, `set` and `delete` take about log32 of
 * the size.
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
    return find(this.root, hashOf(key), key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** The same map if the key already has this value (===). */
  set(key: string, value: V): PersistentMap<V> {
    const hash = hashOf(key);
    const before = find(this.root, hash, key);
    if (before === value) return this;
    const root = insert(this.root, hash, 0, key, value);
    return new PersistentMap<V>(root, before === undefined ? this.size + 1 : this.size);
  }

  delete(key: string): PersistentMap<V> {
    if (!this.has(key)) return this;
    return new PersistentMap<V>(remove(this.root, hashOf(key), 0, key), this.size - 1);
  }

  /** In no particular order. For an order, keep an {@link AppendOnlyList} of the keys beside the map. */
  *values(): IterableIterator<V> {
    const open: Node<V>[] = [this.root];
    for (let node = open.pop(); node; node = open.pop()) {
      if ('bitmap' in node) open.push(...node.children);
      else for (const leaf of leaves(node)) yield leaf.value;
    }
  }

  /** The map with each value changed; the same map if no value changes. */
  map(change: (value: V) => V): PersistentMap<V> {
    const root = mapped(this.root, change);
    return root === this.root ? this : new PersistentMap<V>(root as Branch<V>, this.size);
  }

  /**
   * The keys whose values differ (!==) from those of an earlier version: added, changed or removed. Each key comes
   * once, in no particular order. Shared parts are skipped, so the cost depends on the number of changes, not on the
   * size.
   */
  changesSince(earlier: PersistentMap<V>): IterableIterator<string> {
    return changes(this.root, earlier.root, 0);
  }
}

interface Branch<V> {
  readonly bitmap: number;
  readonly children: readonly Node<V>[];
}
/** An entry, and the next one with the same hash: there is hardly ever one. */
interface Leaf<V> {
  readonly hash: number;
  readonly key: string;
  readonly value: V;
  readonly next: Leaf<V> | null;
}
type Node<V> = Branch<V> | Leaf<V>;

const EMPTY: Branch<never> = { bitmap: 0, children: [] };

function* leaves<V>(leaf: Leaf<V> | null | undefined): IterableIterator<Leaf<V>> {
  for (let at = leaf; at; at = at.next) yield at;
}

function leafOf<V>(leaf: Leaf<V> | null | undefined, key: string): Leaf<V> | undefined {
  for (let at = leaf; at; at = at.next) if (at.key === key) return at;
  return undefined;
}

function find<V>(root: Branch<V>, hash: number, key: string): V | undefined {
  let node: Node<V> = root;
  for (let shift = 0; 'bitmap' in node; shift += 5) {
    const bit = bitAt(hash, shift);
    if ((node.bitmap & bit) === 0) return undefined;
    node = node.children[indexOf(node.bitmap, bit)]!;
  }
  return leafOf(node, key)?.value;
}

const bitAt = (hash: number, shift: number): number => 1 << ((hash >>> shift) & 31);
const indexOf = (bitmap: number, bit: number): number => bitCount(bitmap & (bit - 1));

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The child of a node under one bit of its level. A leaf may sit above the level at which it would branch. */
function under<V>(node: Node<V> | undefined, bit: number, shift: number): Node<V> | undefined {
  if (node === undefined) return undefined;
  if ('bitmap' in node)
    return (node.bitmap & bit) === 0 ? undefined : node.children[indexOf(node.bitmap, bit)];
  return bitAt(node.hash, shift) === bit ? node : undefined;
}

const bitsOf = <V>(node: Node<V> | undefined, shift: number): number => {
  if (node === undefined) return 0;
  return 'bitmap' in node ? node.bitmap : bitAt(node.hash, shift);
};

function* changes<V>(
  now: Node<V> | undefined,
  then: Node<V> | undefined,
  shift: number,
): IterableIterator<string> {
  if (now === then) return;
  if ((now && 'bitmap' in now) || (then && 'bitmap' in then)) {
    for (let left = bitsOf(now, shift) | bitsOf(then, shift); left !== 0; left &= left - 1) {
      const bit = left & -left;
      yield* changes(under(now, bit, shift), under(then, bit, shift), shift + 5);
    }
    return;
  }
  for (const { key, value } of leaves(now)) if (leafOf(then, key)?.value !== value) yield key;
  for (const { key } of leaves(then)) if (!leafOf(now, key)) yield key;
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
    const leaf: Leaf<V> = { hash, key, value, next: null };
    return { bitmap: branch.bitmap | bit, children: branch.children.toSpliced(at, 0, leaf) };
  }
  return {
    bitmap: branch.bitmap,
    children: branch.children.with(at, insertBelow(child, hash, shift + 5, key, value)),
  };
}

function insertBelow<V>(child: Node<V>, hash: number, shift: number, key: string, value: V): Node<V> {
  if ('bitmap' in child) return insert(child, hash, shift, key, value);
  if (child.hash === hash) return { hash, key, value, next: without(child, key) };
  const split: Branch<V> = { bitmap: bitAt(child.hash, shift), children: [child] };
  return insert(split, hash, shift, key, value);
}

function remove<V>(branch: Branch<V>, hash: number, shift: number, key: string): Branch<V> {
  const bit = bitAt(hash, shift);
  const at = indexOf(branch.bitmap, bit);
  const child = branch.children[at]!;
  if ('bitmap' in child)
    return { bitmap: branch.bitmap, children: branch.children.with(at, remove(child, hash, shift + 5, key)) };
  const left = without(child, key);
  if (left) return { bitmap: branch.bitmap, children: branch.children.with(at, left) };
  return { bitmap: branch.bitmap & ~bit, children: branch.children.toSpliced(at, 1) };
}

function mapped<V>(node: Node<V>, change: (value: V) => V): Node<V> {
  if (!('bitmap' in node)) return mappedLeaf(node, change);
  const children = node.children.map((child) => mapped(child, change));
  return children.every((child, i) => child === node.children[i]) ? node : { bitmap: node.bitmap, children };
}

function mappedLeaf<V>(leaf: Leaf<V>, change: (value: V) => V): Leaf<V> {
  const next = leaf.next && mappedLeaf(leaf.next, change);
  const value = change(leaf.value);
  return value === leaf.value && next === leaf.next ? leaf : { ...leaf, value, next };
}

function without<V>(leaf: Leaf<V> | null, key: string): Leaf<V> | null {
  if (leaf === null || leaf.key === key) return leaf && leaf.next;
  return { ...leaf, next: without(leaf.next, key) };
}
