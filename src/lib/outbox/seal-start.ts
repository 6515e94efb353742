/**
 * Starts the worker that seals. Loaded in browsers only: Node.js has no such worker, and its address is known to the bundler
 * alone.
 */
import { trustedAddress } from '../base/trusted-address.ts';
import address from './seal.worker.ts?worker&url';

const trusted = trustedAddress('my-say-sealing', address);

/** A fresh worker. Whoever starts it ends it. */
export const startSealing = (): Worker => new Worker(trusted, { type: 'module' });
