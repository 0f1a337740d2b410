import { useEffect, useState } from "react";

let tell: (words: string) => void = () => {};

/** Says something to who cannot see the screen change; drawn once, by the frame. */
export function Announcer() {
  const [words, setWords] = useState("");
  useEffect(() => {
    tell = setWords;
    return () => {
      tell = () => {};
    };
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}

/** "U steunt dit voorstel. 39 mensen steunen het." */
export function announce(words: string): void {
  tell(words);
}
