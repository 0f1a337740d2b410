/** The app as a process of its own, for benches: local stand-ins, no sample content, rate limits out of the way. Prints where it is. */
import { readConfig } from "../../src/config.ts";
import { startApp } from "../../src/wiring/app.ts";

const app = await startApp(readConfig(), { limitFactor: 1e6 });
console.log(JSON.stringify({ origin: `http://127.0.0.1:${app.web.port}`, databaseUrl: app.database.url }));
process.on("SIGTERM", () => void app.close().then(() => process.exit(0)));
