import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { utf8 } from '../../base/bytes.ts';
import { Checker } from './checker.ts';

const source = new URL('./checker.thread.ts', import.meta.url);
/** A thread that breaks at the word "poison", and calls everything else malformed. */
const fragile = `
	const { parentPort } = require('node:worker_threads');
	parentPort.on('message', (asked) => {
		for (const { bytes } of asked) if (Buffer.from(bytes).toString() === 'poison') throw new Error('broke');
		parentPort.postMessage(asked.map(() => ({ refused: 'malformed' })));
	});`;

let checker: Checker;
let threads: Worker[];
let ended: number;
/** A checker whose threads can be got at. */
function open(start: () => Worker): Checker {
	threads = [];
	ended = 0;
	checker = new Checker(
		() => (ended += 1),
		() => {
			const thread = start();
			threads.push(thread);
			return thread;
		}
	);
	return checker;
}
const real = (): Worker => new Worker(source);
const deaf = (): Worker =>
	new Worker(`require('node:worker_threads').parentPort.on('message', () => undefined);`, { eval: true });
const breaking = (): Worker => new Worker(fragile, { eval: true });
afterEach(() => checker.close());

const malformed = { refused: 'malformed' };
const body = utf8('{}');

describe('the checking thread', () => {
	it('answers each by itself, in one thread', async () => {
		open(real);
		const all = await Promise.all([
			checker.ask(body),
			checker.ask(utf8('x'.repeat(900_000))),
			checker.ask(body)
		]);
		expect(all).toEqual([malformed, { refused: 'too-large' }, malformed]);
		expect(threads).toHaveLength(1);
	});

	it('is started anew when it dies, and what it owed is answered', async () => {
		// The first thread hears and never answers, so that it surely still owes all of it when it dies.
		open(() => (threads.length === 0 ? deaf() : real()));
		const owed = Promise.all(Array.from({ length: 200 }, () => checker.ask(body)));
		await new Promise((resolve) => setImmediate(() => resolve(threads[0]?.terminate())));
		expect(await owed).toEqual(Array.from({ length: 200 }, () => malformed));
		expect([threads.length, ended]).toEqual([2, 1]);
		expect(await checker.ask(body)).toEqual(malformed);
	});

	it('gives up only the body over which it breaks', async () => {
		open(breaking);
		const [before, poison, after] = await Promise.allSettled([
			checker.ask(body),
			checker.ask(utf8('poison')),
			checker.ask(body)
		]);
		expect([before, after]).toEqual([
			{ status: 'fulfilled', value: malformed },
			{ status: 'fulfilled', value: malformed }
		]);
		expect(poison.status).toBe('rejected');
		expect(await checker.ask(body)).toEqual(malformed);
	});

	it('leaves nobody waiting when it is closed', async () => {
		open(real);
		const waiting = checker.ask(body);
		const closed = checker.close();
		await expect(Promise.race([waiting, closed.then(() => waiting)])).rejects.toThrow('closed');
		expect(ended).toBe(0);
	});
});
