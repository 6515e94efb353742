/** What a reader signs on opening views for the first time, so that the child sees *opened* (docs/wire.md, `open`). */
import type { Clock } from '../base/clock.ts';
import { instant } from '../base/clock.ts';
import type { ReaderKeys } from '../envelope/keys.ts';
import { signOpen } from '../envelope/mark.ts';
import type { OpenedViews } from './opened.ts';

/** open.jws for `opened`, signed by the reader's key. */
export const markOpened = (opened: OpenedViews, keys: ReaderKeys, clock: Clock): Promise<string> =>
	signOpen(
		{
			vid: opened.arrived.vid,
			envelope: opened.envelope,
			at: instant(clock)
		},
		keys.sig
	);
