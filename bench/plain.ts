/**
 * The limit: a picture question in hand-written HTML without a script, served compressed and with nothing in the way.
 * What our own pages are compared with, in the same run.
 */
import { join } from 'node:path';
import { serveFolder } from './static.ts';

/** Serves the plain page on a port of its own. */
export const servePlain = (): Promise<{ url: string; close: () => void }> =>
	serveFolder(join(import.meta.dirname, 'plain'));
