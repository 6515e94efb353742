import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMade } from '../../../tools/narration/manifest.ts';
import { opusPackets } from '../../../tools/narration/ogg.ts';
import { asCaf, asOgg, packed, unpacked } from './container.ts';

/** The packets of some real clips. */
const some = [...readMade('en').sounds.values()]
	.filter((_, at) => at % 97 === 0)
	.map((sound) => unpacked(sound).map((packet) => Uint8Array.from(packet)));

it('gives packets back as they were, of any length', () => {
	const packets = fc.array(fc.uint8Array({ minLength: 1, maxLength: 700 }), { maxLength: 20 });
	fc.assert(fc.property(packets, (given) => void expect(unpacked(packed(given))).toEqual(given)));
});

it('wraps in Ogg what an Ogg reader reads', () => {
	expect(some.length).toBeGreaterThan(9);
	for (const packets of some) {
		const read = opusPackets(asOgg(packets, 1000)).map((packet) => Uint8Array.from(packet));
		expect(read).toEqual(packets);
	}
});

/** The checksum of the page at the start of `file`, as it stands there and as RFC 3533 has it made, bit by bit. */
function checksums(file: Uint8Array): readonly [number, number] {
	const parts = file.subarray(27, 27 + (file[26] ?? 0));
	const page = file.slice(0, 27 + parts.length + parts.reduce((sum, part) => sum + part, 0));
	const view = new DataView(page.buffer);
	const stands = view.getUint32(22, true);
	view.setUint32(22, 0);
	let sum = 0;
	for (const byte of page)
		for (let bit = 7; bit >= 0; bit--) {
			const out = (sum >>> 31) ^ ((byte >> bit) & 1);
			sum = (sum << 1) ^ (out ? 0x04c1_1db7 : 0);
		}
	return [stands, sum >>> 0];
}

it('sums up a page as the format has it', () => {
	for (const packets of some) {
		const [ours, right] = checksums(asOgg(packets, 1000));
		expect(ours).toBe(right);
	}
});

it('wraps in Core Audio’s format with a table of every packet', () => {
	const packets = [Uint8Array.of(0x58, 1, 2), new Uint8Array(200).fill(0x58)];
	const caf = asCaf(packets, 100);
	const text = Buffer.from(caf).toString('latin1');
	expect(text.startsWith('caff\x00\x01')).toBe(true);
	const table = text.indexOf('pakt') + 12;
	const view = new DataView(caf.buffer);
	expect(view.getBigInt64(table)).toBe(2n);
	// 100 ms are played; what the decoder leaves out and the rest of the last packet are not.
	expect(view.getBigInt64(table + 8)).toBe(4800n);
	expect([...caf.subarray(table + 24, table + 27)]).toEqual([3, 0x81, 0x48]);
	expect(text.slice(text.indexOf('data') + 16)).toBe(Buffer.concat(packets).toString('latin1'));
});
