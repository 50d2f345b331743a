/** More than there are networks on the page at one time. */
const RECENT = 16;

/**
 * Remembers `compute(key)`. Derived values (the derivation, the verdict, the pieces) hang on the identity of the network
 * that they were computed from, and the history keeps 200 networks: so a value does not live for as long as its key does.
 * It stays the same for as long as anybody holds it; the last `recent` values stay anyway; any other is computed again.
 */
export function memoize<K extends object, V>(compute: (key: K) => V, recent: number = RECENT): (key: K) => V {
  const known = new WeakMap<K, V | WeakRef<V & object>>();
  /** The most recent last. */
  const kept = new Set<V>();
  let last: V | null = null;
  const keep = (value: V) => {
    if (value === last) return;
    last = value;
    kept.delete(value);
    kept.add(value);
    const [oldest] = kept;
    if (kept.size > recent) kept.delete(oldest as V);
  };
  return (key) => {
    const hit = known.get(key);
    let value = hit instanceof WeakRef ? hit.deref() : hit;
    if (value === undefined) {
      value = compute(key);
      known.set(key, isObject(value) ? new WeakRef(value) : value);
    }
    if (isObject(value)) keep(value);
    return value;
  };
}

function isObject<T>(value: T): value is T & object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
