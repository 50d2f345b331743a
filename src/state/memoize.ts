/**
 * Remembers `compute(key)` for as long as the key lives. Derived values (the derivation, the verdict, the pieces) hang
 * on the identity of the network that they were computed from: there is no cache to clear.
 */
export function memoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const hit = known.get(key);
    if (hit) return hit.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}
