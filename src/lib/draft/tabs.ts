/**
 * The tabs of one device: one of them writes a draft (Web Locks), the others know it, and any of them can take over or
 * hear that the draft was put away. Names and messages tell nothing about whose draft it is.
 */

/** What tabs tell each other. `record` is the id of the draft's state record. */
export type TabMessage =
	| { readonly say: 'hand-over'; readonly record: string }
	| { readonly say: 'put-away'; readonly record: string }
	| { readonly say: 'outbox-changed' };

/** How long a tab may take to hand over before it is taken for stuck, in milliseconds. */
export const patience = 2500;

/** A line to the other tabs of this device. */
export interface Line {
	tell(message: TabMessage): void;
	close(): void;
}

/** Opens a line; `hear` gets what the others say, never what this tab said through the same line. */
export function openLine(hear: (message: TabMessage) => void): Line {
	const channel = new BroadcastChannel('keep');
	channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => hear(data));
	return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
}

/** A held lock. */
export interface Held {
	release(): void;
}

/**
 * The lock `name`, or null where another tab holds it (`wait` false) or did not let go within `patience` and `steal` was
 * not asked for. `lost` is called when another tab stole it.
 */
export function holdLock(
	name: string,
	how: 'if-free' | 'wait' | 'steal',
	lost: () => void = () => undefined
): Promise<Held | null> {
	return new Promise((resolve) => {
		let held = false;
		const options: LockOptions =
			how === 'if-free'
				? { ifAvailable: true }
				: how === 'steal'
					? { steal: true }
					: { signal: AbortSignal.timeout(patience) };
		navigator.locks
			.request(name, options, (lock) => {
				if (!lock) return resolve(null);
				held = true;
				return new Promise<void>((release) => resolve({ release }));
			})
			.catch(() => {
				if (held) lost();
				else resolve(null);
			});
	});
}
