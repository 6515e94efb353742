/** What opening a made thing gives. */
import type { Result } from '../base/result.ts';
import type { Made } from '../journey/made.ts';

/**
 * Why there is nothing to show: changed after it was sent; not what it says it is; not fetched (it may be, later); not kept on
 * this device any more.
 */
export type NotOpened = 'changed' | 'other' | 'missing' | 'gone';

/** Gets the whole of `made`, checked. Never throws. */
export type Open = (made: Made) => Promise<Result<Blob, NotOpened>>;
