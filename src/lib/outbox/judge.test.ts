import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { pauseAfter, pauses } from './pause.ts';

const holds = () => Promise.resolve(true);
const fails = () => Promise.resolve(false);

describe('what an answer means', () => {
	it('says arrived for a receipt that holds, and for nothing else', async () => {
		const body = { receipt: 'r' };
		expect(await judge({ is: 'json', body }, holds)).toEqual({ is: 'arrived', receipt: 'r' });
		const later = { is: 'later', reason: 'no-receipt', after: null };
		expect(await judge({ is: 'json', body }, fails)).toEqual(later);
		for (const other of [{}, { receipt: 7 }, { receipt: null }, { ok: true }])
			expect(await judge({ is: 'json', body: other }, holds)).toEqual(later);
	});

	it('tries again where nobody answered', async () => {
		expect(await judge({ is: 'nothing' }, holds)).toEqual({ is: 'later', reason: 'no-signal', after: null });
	});

	it.each(['malformed', 'not-enrolled', 'missing', 'too-large', 'wrong-kind', 'replayed-with-other-bytes'])(
		'takes %s as a refusal that does not pass by itself',
		async (reason) => {
			expect(await judge({ is: 'problem', reason, after: null }, holds)).toEqual({ is: 'refused', reason });
		}
	);

	it.each(['over-quota', 'disk-full', 'failed', 'unknown', 'something-newer'])(
		'tries again after %s, when the server says',
		async (reason) => {
			expect(await judge({ is: 'problem', reason, after: 9 }, holds)).toEqual({
				is: 'later',
				reason,
				after: 9
			});
		}
	);
});

describe('the pause between tries', () => {
	const chance = fc.double({ min: 0, max: 1, noNaN: true });

	it('grows, stays within its bounds, and never undercuts the server', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 500 }), fc.option(fc.nat(5000)), chance, (tries, after, luck) => {
				const pause = pauseAfter(tries, after, luck);
				expect(pause).toBeGreaterThanOrEqual(Math.max(pauses.first / 2, (after ?? 0) * 1000));
				expect(pause).toBeLessThanOrEqual(Math.max(pauses.longest * 1.5, (after ?? 0) * 1000));
				expect(pauseAfter(tries + 1, after, luck)).toBeGreaterThanOrEqual(pause);
			})
		);
	});

	it('is not the same for a whole class', () => {
		expect(pauseAfter(3, null, 0.1)).not.toBe(pauseAfter(3, null, 0.9));
	});
});
