/**
 * Checking submissions in a thread beside the event loop: reading a body and checking its signature take as long as storing
 * it, and a second processor does them meanwhile (decision 0011). Owns the thread: what is asked, in which order it
 * answers, and that whatever a broken thread still owed is asked of a new one.
 */
import { Worker } from 'node:worker_threads';
import type { Asked } from './checker.thread.ts';
import type { Verdict } from './verdict.ts';

interface Waiting {
	readonly asked: Asked;
	readonly resolve: (verdict: Verdict) => void;
	readonly reject: (reason: unknown) => void;
	/** Threads that broke over this, or over what went with it. */
	broke: number;
}

/** The thread's source. The production entry names it, because there this code is somewhere in the build. */
const source = (): URL | string => process.env['CHECKER'] || new URL('./checker.thread.ts', import.meta.url);

/** One thread, started when the first submission comes, and again after it broke. */
export class Checker {
	readonly #start: () => Worker;
	readonly #ended: () => void;
	#thread: Worker | null = null;
	#closed = false;
	#next: Waiting[] = [];
	/** What the thread has been asked and not answered: a message each, in order. */
	#owed: (readonly Waiting[])[] = [];

	/** `ended` hears of each thread that ends by itself; `start` starts one. */
	constructor(ended: () => void = () => undefined, start: () => Worker = () => new Worker(source())) {
		this.#ended = ended;
		this.#start = start;
	}

	/** The verdict on `bytes`, by `key` where one is given. Rejects where threads keep breaking over it, or it is closed. */
	ask(bytes: Uint8Array, key: Asked['key'] = null): Promise<Verdict> {
		return new Promise((resolve, reject) => {
			// What arrives in one turn goes over together: waking a thread costs more than a message.
			if (this.#next.length === 0) setImmediate(() => this.#send(this.#next.splice(0)));
			this.#next.push({ asked: { bytes, key }, resolve, reject, broke: 0 });
		});
	}

	/** Ends the thread; whatever it still owed is rejected. */
	async close(): Promise<void> {
		this.#closed = true;
		await this.#thread?.terminate();
	}

	#send(message: readonly Waiting[]): void {
		if (this.#closed) return rejectAll([message], new Error('The checker is closed'));
		try {
			this.#running().postMessage(message.map(({ asked }) => asked));
			this.#owed.push(message);
		} catch (thrown) {
			rejectAll([message], thrown);
		}
	}

	#running(): Worker {
		if (this.#thread) return this.#thread;
		const thread = this.#start();
		this.#thread = thread;
		// An open server keeps the process alive, not its thread.
		thread.unref();
		thread.on('message', (verdicts: readonly Verdict[]) => {
			this.#owed.shift()?.forEach(({ resolve }, at) => resolve(verdicts[at] as Verdict));
		});
		let why: unknown = new Error('The checking thread ended');
		thread.on('error', (thrown) => (why = thrown));
		thread.on('exit', () => this.#broken(thread, why));
		return thread;
	}

	/** Asks a new thread what `thread` still owed: what it broke over one by one, so that a body over which it breaks again is given up alone. */
	#broken(thread: Worker, why: unknown): void {
		if (this.#thread !== thread) return;
		this.#thread = null;
		const owed = this.#owed.splice(0);
		if (this.#closed) return rejectAll(owed, why);
		this.#ended();
		const [first = [], ...later] = owed;
		for (const waiting of first) {
			waiting.broke += 1;
			if (waiting.broke > 2) waiting.reject(why);
			else this.#send([waiting]);
		}
		for (const message of later) this.#send(message);
	}
}

function rejectAll(messages: readonly (readonly Waiting[])[], why: unknown): void {
	for (const { reject } of messages.flat()) reject(why);
}
