/**
 * `npm start`: builds if the build is missing or older than what it was made from, sees to it that there is an authority
 * (a demonstration one, where there is none), serves, and prints the addresses to open. Settings: docs/operations.md.
 */
import { buildIfStale } from './build-if-stale.mjs';

buildIfStale();

process.env['LOG_LEVEL'] ||= 'warn';
process.env['NODE_ENV'] ||= 'production';
const { readSettings } = await import('../src/lib/server/settings.ts');
const { prepareDemo } = await import('./demo.ts');
const { welcome } = await import('./demo/welcome.ts');

const settings = readSettings(process.env);
const demo = await prepareDemo(settings);
const { listening } = await import('./serve.ts');
await listening;
process.stdout.write(welcome(settings.origin, demo));
