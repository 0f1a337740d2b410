/** Who answers which address; and for an address that somebody answers with another method: 405 with the ones that do work. */
import { arrivalOf } from "./arrival.ts";
import { WebRefusal } from "./problems.ts";
import { type App, type AppMethod, appMethods, type Handle } from "./restify-app.ts";

export interface Signposts {
  /** `path` with `:name` for a part. A GET answers HEAD as well. */
  on(methods: readonly AppMethod[], path: string, handle: Handle): void;
  /** This address and everything below it, whatever the method. */
  below(prefix: string, handle: Handle): void;
  /** Everything else. `pages` answers GET; a program's corner (/v1, /api, /health) has no pages. */
  rest(pages: Handle): void;
}

export function signposts(app: App): Signposts {
  const known: { pattern: RegExp; methods: readonly AppMethod[] }[] = [];

  function named(path: string, handle: Handle): Handle {
    return (request, response, params) => {
      arrivalOf(request).route = `${request.method} ${path}`;
      return handle(request, response, params);
    };
  }

  return {
    on(methods, path, handle) {
      const all: readonly AppMethod[] = methods.includes("GET") ? [...methods, "HEAD"] : methods;
      known.push({ pattern: new RegExp(`^${path.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`), methods: all });
      app.on(all, path, named(path, handle));
    },
    below(prefix, handle) {
      for (const path of [prefix, `${prefix}/*`]) app.on(appMethods, path, named(path, handle));
    },
    rest(pages) {
      app.on(appMethods, "/*", async (request, response, params) => {
        const { path } = arrivalOf(request);
        const methods = known.filter(({ pattern }) => pattern.test(path)).flatMap((one) => one.methods);
        const reading = request.method === "GET" || request.method === "HEAD";
        if (methods.length > 0) {
          if (request.method !== "OPTIONS") throw wrongMethod(methods);
          response.setHeader("Allow", [...new Set(methods), "OPTIONS"].join(", "));
          response.writeHead(204).end();
        } else if (/^\/(v1|api|health|local)(\/|$)/.test(path)) {
          throw new WebRefusal("unknown-address");
        } else if (reading) {
          arrivalOf(request).route = `${request.method} page`;
          await pages(request, response, params);
        } else throw wrongMethod(["GET", "HEAD"]);
      });
    },
  };
}

export function wrongMethod(methods: readonly AppMethod[]): WebRefusal {
  const allowed = [...new Set(methods)].join(", ");
  return new WebRefusal("wrong-method", { allowed }, { Allow: allowed });
}
