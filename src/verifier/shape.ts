/** Says whether a value has a form, and where it does not. Strict: a key more is as wrong as a key less. */

export type Path = readonly (string | number)[];
/** List places count from 1, as people count. */
export interface ShapeFault {
  path: Path;
  expected: Expected;
}
export type Expected =
  | "text"
  | "whole-number"
  | "yes-or-no"
  | "list"
  | "object"
  | "one-of-the-words"
  | "no-such-key"
  | "key-missing"
  | "b64url"
  | "hex"
  | "uuid"
  | "moment"
  | "option-id"
  | "plain"
  | "too-deep";

/** `type` exists for the compiler alone. */
export interface Shape<T> {
  fault(value: unknown): ShapeFault | null;
  readonly type?: T;
}
export type Shaped<S> = S extends Shape<infer T> ? T : never;

const here = (expected: Expected): ShapeFault => ({ path: [], expected });
const inside = (place: string | number, fault: ShapeFault | null): ShapeFault | null =>
  fault && { ...fault, path: [place, ...fault.path] };

export function rule<T>(expected: Expected, fits: (value: unknown) => boolean): Shape<T> {
  return { fault: (value) => (fits(value) ? null : here(expected)) };
}

export const text = rule<string>("text", (value) => typeof value === "string");
export const yesOrNo = rule<boolean>("yes-or-no", (value) => typeof value === "boolean");

export function whole(min = 0, max = Number.MAX_SAFE_INTEGER): Shape<number> {
  return rule("whole-number", (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max);
}

export function spelled(expected: Expected, pattern: RegExp): Shape<string> {
  return rule(expected, (value) => typeof value === "string" && pattern.test(value));
}

export function words<const W extends string | number>(...allowed: W[]): Shape<W> {
  return rule("one-of-the-words", (value) => allowed.some((word) => word === value));
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return { fault: (value) => (value === null ? null : shape.fault(value)) };
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    fault(value) {
      if (!Array.isArray(value)) return here("list");
      for (const [at, entry] of value.entries()) {
        const fault = shape.fault(entry);
        if (fault) return inside(at + 1, fault);
      }
      return null;
    },
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Shapes = Record<string, Shape<unknown>>;

export function object<S extends Shapes>(shapes: S): Shape<{ readonly [K in keyof S]: Shaped<S[K]> }> {
  return {
    fault(value) {
      if (!isObject(value)) return here("object");
      for (const [name, shape] of Object.entries(shapes)) {
        if (!Object.hasOwn(value, name)) return inside(name, here("key-missing"));
        const fault = shape.fault(value[name]);
        if (fault) return inside(name, fault);
      }
      const more = Object.keys(value).find((name) => !Object.hasOwn(shapes, name));
      return more === undefined ? null : inside(more, here("no-such-key"));
    },
  };
}

export function record<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    fault(value) {
      if (!isObject(value)) return here("object");
      for (const [name, entry] of Object.entries(value)) {
        const fault = shape.fault(entry);
        if (fault) return inside(name, fault);
      }
      return null;
    },
  };
}

/** The shape that belongs to the word under `key`. */
export function byWord<S extends Record<string, Shape<unknown>>>(key: string, shapes: S): Shape<Shaped<S[keyof S]>> {
  return {
    fault(value) {
      if (!isObject(value)) return here("object");
      const word = value[key];
      const shape = typeof word === "string" && Object.hasOwn(shapes, word) ? shapes[word] : undefined;
      return shape ? shape.fault(value) : inside(key, here("one-of-the-words"));
    },
  };
}

/** Anything that canonical JSON can hold: no fractions, nothing deeper than the format ever is. */
export function plain<T>(depth = 12): Shape<T> {
  return {
    fault(value) {
      if (typeof value === "number") return Number.isSafeInteger(value) ? null : here("whole-number");
      if (value === null || typeof value === "string" || typeof value === "boolean") return null;
      if (depth === 0) return here("too-deep");
      if (Array.isArray(value)) return list(plain(depth - 1)).fault(value);
      return isObject(value) ? record(plain(depth - 1)).fault(value) : here("plain");
    },
  };
}
