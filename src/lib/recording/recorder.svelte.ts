/**
 * The recorder: a microphone, switched on and off, whose sound is handed on in parts of less than a second. Reactive, draws
 * nothing, keeps nothing: a part counts once whoever keeps it says so.
 */
import type { Bytes } from '../base/bytes.ts';
import { watchLevel } from './level.ts';
import { bitsPerSecond, recordingMedia, slice } from './media.ts';

/** Where a recording stands. `counting`: three, two, one; `ending`: the last part is being kept. */
export type Stage = 'ready' | 'asking' | 'counting' | 'recording' | 'ending';

/**
 * Why there is none, or no more: the microphone was refused or is not there; nothing came from it; there is no room; it could
 * not be kept otherwise. Null: all is well. `long`: it is as long as one may be.
 */
export type Trouble = 'refused' | 'none' | 'silent' | 'full' | 'not-kept' | 'long';

/** Who keeps what is recorded. */
export interface Keeper {
	/** A recording of this media type begins. False: it cannot be kept. */
	begin(media: string): boolean;
	/** The next part; with it the recording is `until` milliseconds long. Resolves once it is kept: null, or why not. */
	part(bytes: Bytes, until: number): Promise<'full' | 'not-kept' | null>;
	/** It has ended, with `until` milliseconds and `bytes` kept: perhaps none. */
	end(until: number, bytes: number): void;
}

/** Parts without a byte, one after another, after which nothing more is to be expected: more than three seconds of them. */
const mostEmpty = 12;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One recorder. Ends with `close`, after which the microphone is off. */
export class Recorder {
	readonly #keeper: Keeper;
	readonly #longest: number;
	#stage = $state<Stage>('ready');
	#trouble = $state<Trouble | null>(null);
	#count = $state(3);
	#until = $state(0);
	#level = $state(0);
	#bytes = 0;
	#empty = 0;
	#began = 0;
	#closed = false;
	#stream: MediaStream | null = null;
	#media: MediaRecorder | null = null;
	#parts: Promise<void> = Promise.resolve();
	#ended: Promise<void> = Promise.resolve();
	#unwatch: () => void = () => undefined;
	#hurry: () => void = () => undefined;
	readonly #hidden = () => {
		if (document.visibilityState === 'hidden') void this.stop();
	};

	/** `longest`: milliseconds at most. */
	constructor(keeper: Keeper, longest: number) {
		this.#keeper = keeper;
		this.#longest = longest;
		document.addEventListener('visibilitychange', this.#hidden);
	}

	get stage(): Stage {
		return this.#stage;
	}
	get trouble(): Trouble | null {
		return this.#trouble;
	}
	/** Three, two, one. */
	get count(): number {
		return this.#count;
	}
	/** Milliseconds that are kept. */
	get until(): number {
		return this.#until;
	}
	/** How loud it is: 0 to `levelSteps`. */
	get level(): number {
		return this.#level;
	}

	/** Switches on. `counting`: three, two, one comes first. Resolves once it records, or cannot. Never throws. */
	async start(counting: boolean): Promise<void> {
		if (this.#stage !== 'ready' || this.#closed) return;
		this.#trouble = null;
		this.#stage = 'asking';
		const media = recordingMedia((type) => globalThis.MediaRecorder?.isTypeSupported(type) ?? false);
		const stream = media ? await this.#microphone() : null;
		if (!media || !stream) {
			this.#trouble ??= 'none';
			this.#stage = 'ready';
			return;
		}
		this.#stream = stream;
		if (counting) await this.#countDown();
		if (this.#closed || this.#now() !== (counting ? 'counting' : 'asking')) return this.#release();
		this.#record(stream, media);
	}

	/** During three, two, one: now. */
	hurry(): void {
		this.#hurry();
	}

	/** Switches off. Resolves once the last part is kept. */
	async stop(): Promise<void> {
		if (this.#stage === 'asking' || this.#stage === 'counting') {
			this.#stage = 'ready';
			this.#hurry();
			this.#release();
			return;
		}
		if (this.#stage === 'recording') {
			this.#stage = 'ending';
			this.#media?.stop();
		}
		await this.#ended;
	}

	/** Ends for good. */
	async close(): Promise<void> {
		this.#closed = true;
		document.removeEventListener('visibilitychange', this.#hidden);
		await this.stop();
	}

	/** Where it stands by now: what was awaited may have changed it. */
	#now(): Stage {
		return this.#stage;
	}

	async #microphone(): Promise<MediaStream | null> {
		try {
			// As it was said: what a browser takes for noise may be a quiet voice.
			const audio = {
				channelCount: 1,
				echoCancellation: false,
				noiseSuppression: false,
				autoGainControl: true
			};
			return await navigator.mediaDevices.getUserMedia({ audio });
		} catch (error) {
			const name = error instanceof DOMException ? error.name : '';
			this.#trouble = name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'none';
			return null;
		}
	}

	async #countDown(): Promise<void> {
		this.#stage = 'counting';
		const hurried = new Promise<void>((resolve) => (this.#hurry = resolve));
		let going = true;
		void hurried.then(() => (going = false));
		for (this.#count = 3; this.#count > 0 && going; this.#count -= 1)
			await Promise.race([hurried, wait(1000)]);
	}

	#record(stream: MediaStream, media: string): void {
		if (!this.#keeper.begin(media)) {
			this.#trouble = 'not-kept';
			this.#stage = 'ready';
			return this.#release();
		}
		[this.#until, this.#bytes, this.#empty] = [0, 0, 0];
		const recorder = new MediaRecorder(stream, { mimeType: media, audioBitsPerSecond: bitsPerSecond });
		this.#media = recorder;
		this.#parts = Promise.resolve();
		this.#ended = new Promise((resolve) => {
			recorder.addEventListener('stop', () => void this.#finish().then(resolve), { once: true });
		});
		recorder.addEventListener('dataavailable', ({ data }) => this.#take(data));
		recorder.addEventListener('error', () => void this.stop());
		this.#began = performance.now();
		recorder.start(slice);
		this.#unwatch = watchLevel(stream, (step) => (this.#level = step));
		this.#stage = 'recording';
	}

	#take(data: Blob): void {
		const until = Math.min(performance.now() - this.#began, this.#longest + slice);
		if (data.size === 0) {
			this.#empty += 1;
			if (this.#empty >= mostEmpty && this.#stage === 'recording') void this.stop();
			return;
		}
		this.#empty = 0;
		this.#parts = this.#parts.then(async () => {
			// After a part that is missing the rest could not be heard.
			if (this.#trouble === 'full' || this.#trouble === 'not-kept') return;
			const bytes = new Uint8Array(await data.arrayBuffer());
			const lost = await this.#keeper.part(bytes, until);
			if (lost) {
				this.#trouble = lost;
				void this.stop();
				return;
			}
			this.#until = until;
			this.#bytes += bytes.length;
		});
		if (until >= this.#longest && this.#stage === 'recording') {
			this.#trouble = 'long';
			void this.stop();
		}
	}

	async #finish(): Promise<void> {
		this.#release();
		await this.#parts;
		if (this.#bytes === 0) this.#trouble ??= 'silent';
		this.#keeper.end(this.#until, this.#bytes);
		this.#stage = 'ready';
	}

	#release(): void {
		this.#unwatch();
		this.#level = 0;
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
		this.#stream = null;
		this.#media = null;
	}
}
