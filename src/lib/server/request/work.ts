/**
 * Proof of work for requests without a letter: it costs whoever asks a second and a flood its sender an hour, and asks
 * nobody who or where they are. The salt changes each hour, so that nothing can be worked out ahead (decision 0009).
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';
import type { Work } from '../../envelope/ask.ts';

/** Leading zero bits: when all is quiet, and at most. */
const bits = { least: 15, most: 21 } as const;
/** Requests in an hour for each further bit. A whole school asking at once stays below the first. */
const each = 300;

const hour = 3_600_000;

/** What is to be worked out. */
export interface Task {
	readonly salt: string;
	readonly bits: number;
}

/** Makes and checks the work of one server; servers that share `secret` take each other's. */
export class WorkGate {
	readonly #clock: Clock;
	readonly #secret: string;
	/** Requests taken in this hour, and which hour. */
	#taken = { hour: 0, count: 0 };

	constructor(clock: Clock, secret: string) {
		this.#clock = clock;
		this.#secret = secret;
	}

	/** What has to be worked out now. */
	task(): Task {
		return { salt: this.#salt(this.#hour), bits: this.#bits };
	}

	/** Whether `work` was done for this request, within the last two hours. A rise since it was begun is forgiven one bit. */
	holds(work: Work, rid: string, envelope: string): boolean {
		const fresh = [0, 1].some((ago) => same(work.salt, this.#salt(this.#hour - ago)));
		const least = Math.max(bits.least, this.#bits - 1);
		return fresh && zeros(digestOf(work, rid, envelope)) >= least;
	}

	/** Counts one request that was taken. */
	taken(): void {
		const now = this.#hour;
		this.#taken = { hour: now, count: (this.#taken.hour === now ? this.#taken.count : 0) + 1 };
	}

	get #hour(): number {
		return Math.floor(this.#clock.now() / hour);
	}
	get #bits(): number {
		const count = this.#taken.hour === this.#hour ? this.#taken.count : 0;
		return Math.min(bits.most, bits.least + Math.floor(count / each));
	}
	#salt(at: number): string {
		return createHmac('sha256', this.#secret).update(`vv1 work ${at}`).digest('base64url');
	}
}

const same = (a: string, b: string): boolean =>
	a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const digestOf = ({ salt, nonce }: Work, rid: string, envelope: string): Buffer =>
	createHash('sha256').update(`vv1 work ${salt} ${rid} ${envelope} ${nonce}`).digest();

/** How many zero bits `digest` begins with. */
function zeros(digest: Uint8Array): number {
	const at = digest.findIndex((byte) => byte !== 0);
	return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at] as number) - 24;
}
