/** The printed code: round trip, forgiveness where people differ, and every single slip told from a good code. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newPrintedCode, readCode, spellCode } from './printed-code.ts';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes));

describe('the printed code', () => {
	it('is seven groups of four', async () => {
		expect(await newPrintedCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
	});

	it('keeps its spelling for good', async () => {
		expect(await spellCode(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-00VM');
	});

	it('reads what it spells, in any case, with other gaps, and with letters people confuse', async () => {
		await fc.assert(
			fc.asyncProperty(secrets, async (secret) => {
				const code = await spellCode(secret);
				expect(await readCode(code)).toEqual(secret);
				const asWritten = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
				expect(await readCode(` ${asWritten} `)).toEqual(secret);
			}),
			{ numRuns: 50 }
		);
	});

	it('never mistakes a slip in one character for another code', async () => {
		const secret = new Uint8Array(16).fill(0x5a);
		const code = await spellCode(secret);
		const plain = code.replaceAll('-', '');
		for (let at = 0; at < plain.length; at++) {
			for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
				if (other === plain[at]) continue;
				const slip = await readCode(plain.slice(0, at) + other + plain.slice(at + 1));
				expect(slip).toBeNull();
			}
		}
	});

	it('refuses what is no code', async () => {
		for (const text of ['', '0', 'U'.repeat(28), '0'.repeat(28), '0'.repeat(27), '0'.repeat(29)])
			expect(await readCode(text)).toBeNull();
		await expect(spellCode(new Uint8Array(15))).rejects.toThrow(RangeError);
	});
});
