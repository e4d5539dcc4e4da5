/** The server as the extension starts it. */
import { startServer, transportOf } from "./start.ts";

startServer(transportOf(process.argv.slice(2)));
