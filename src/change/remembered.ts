/**
 * A function of data that never change, asked once for each: what many promises rest on is looked at by each
 * of them. Nothing is kept longer than the data themselves.
 */
export function remembered<Key extends object, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: of(key) };
    known.set(key, found);
    return found.value;
  };
}
