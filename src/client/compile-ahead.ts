import type { Plugin } from "vite";

/**
 * Nearly all of the first file runs at once. Told so, V8 compiles it beside the page while it still comes in, instead of function by
 * function when each is called; other browsers read a comment. (Explicit compile hints, v8.dev/blog/explicit-compile-hints.)
 */
export function compileAhead(): Plugin {
  return {
    name: "compile-ahead",
    apply: "build",
    generateBundle: {
      // Behind Vite, which writes the list of what is fetched with what into the same file.
      order: "post",
      handler(_, bundle) {
        for (const one of Object.values(bundle)) {
          if (one.type === "chunk" && one.facadeModuleId?.endsWith("index.html"))
            one.code = `//# allFunctionsCalledOnLoad\n${one.code}`;
        }
      },
    },
  };
}
