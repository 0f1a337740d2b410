import { useEffect, useState } from "react";

/** The value once it has not changed for `wait` milliseconds: what is asked of the server while somebody types. */
export function useSettled<Value>(value: Value, wait: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
