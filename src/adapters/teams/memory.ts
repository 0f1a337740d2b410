/** Remembers for a while what hardly ever changes, so that a busy channel does not ask the database the same in every turn. */
const mostRemembered = 5_000;

export interface Memory<T> {
  /** The remembered value, or what `find` gives. `undefined` is not remembered. */
  get(key: string, find: () => Promise<T>): Promise<T>;
  forget(key: string): void;
}

export function makeMemory<T>(forMs = 60_000): Memory<T> {
  const held = new Map<string, { value: T; until: number }>();
  return {
    async get(key, find) {
      const known = held.get(key);
      if (known && known.until > performance.now()) return known.value;
      const value = await find();
      if (value === undefined) return value;
      if (held.size >= mostRemembered) held.clear();
      held.set(key, { value, until: performance.now() + forMs });
      return value;
    },
    forget(key) {
      held.delete(key);
    },
  };
}
