// @ts-check
import { startWorker } from "../layout/client.js";

// Named in the page before its main script: the worker has its modules when the first graph comes.
startWorker();
