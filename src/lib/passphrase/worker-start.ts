/**
 * Starts the worker. Loaded in browsers only: Node.js has no such worker, and its address is known to the bundler alone.
 */
import { trustedAddress } from '../base/trusted-address.ts';
import address from './argon2.worker.ts?worker&url';

const trusted = trustedAddress('my-say-worker', address);

/** A fresh worker. Whoever starts it ends it. */
export const startWorker = (): Worker => new Worker(trusted, { type: 'module' });
