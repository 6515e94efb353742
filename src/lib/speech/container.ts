/**
 * The wrapping in which a browser plays Opus. A bank holds bare packets; most browsers take them in Ogg (RFC 7845), Safari
 * before 18.4 only in Apple's Core Audio Format. Made on the device: nothing is decoded and nothing is kept twice (decision 0012).
 */

/** What the decoder leaves out at the start of every clip, in samples at 48 kHz. Checked when a bank is made. */
export const preSkip = 312;

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** `size` bytes, filled by `set`. */
function bytes(size: number, set: (view: DataView) => void): Uint8Array {
	const view = new DataView(new ArrayBuffer(size));
	set(view);
	return new Uint8Array(view.buffer);
}

/** A length in seven bits a byte, the first ones marked: in a bank, and in Core Audio's table of packets. */
export function variable(length: number): Uint8Array {
	const digits = [length & 0x7f];
	for (let rest = length >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
	return Uint8Array.from(digits);
}

/** Packets end to end, each after its length, as they lie in a bank. */
export const packed = (packets: readonly Uint8Array[]): Uint8Array =>
	joined(packets.flatMap((packet) => [variable(packet.length), packet]));

/** The packets of `packed`. */
export function unpacked(from: Uint8Array): readonly Uint8Array[] {
	const packets: Uint8Array[] = [];
	for (let at = 0; at < from.length;) {
		let length = 0;
		let digit = 0x80;
		while (digit & 0x80) {
			digit = from[at++] ?? 0;
			length = (length << 7) | (digit & 0x7f);
		}
		packets.push(from.subarray(at, at + length));
		at += length;
	}
	return packets;
}

/** How many samples at 48 kHz a packet holds, from its first bytes (RFC 6716, 3.1 and 3.2). */
function samplesIn(packet: Uint8Array | undefined): number {
	const [first = 0, second = 0] = packet ?? [];
	const mode = first >> 3;
	const sizes = mode < 12 ? [480, 960, 1920, 2880] : mode < 16 ? [480, 960] : [120, 240, 480, 960];
	const frames = [1, 2, 2, second & 0x3f][first & 3] ?? 1;
	return (sizes[mode % sizes.length] ?? 960) * frames;
}

/** Ogg's checksum: polynomial 04c11db7, nothing turned round (RFC 3533, 6). */
const checks = Uint32Array.from({ length: 256 }, (_, at) => {
	let sum = at << 24;
	for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000_0000 ? (sum << 1) ^ 0x04c1_1db7 : sum << 1;
	return sum;
});

interface OggPage {
	readonly flags: number;
	/** Samples at 48 kHz up to the end of this page. */
	readonly until: number;
	readonly number: number;
	readonly packets: readonly Uint8Array[];
}

function oggPage({ flags, until, number, packets }: OggPage): Uint8Array {
	const sizes = packets.flatMap(({ length }) => [
		...Array<number>(Math.floor(length / 255)).fill(255),
		length % 255
	]);
	const page = joined([
		text('OggS'),
		bytes(22, (view) => {
			view.setUint8(1, flags);
			view.setBigUint64(2, BigInt(until), true);
			view.setUint32(10, 1, true);
			view.setUint32(14, number, true);
		}),
		Uint8Array.of(sizes.length, ...sizes),
		...packets
	]);
	let sum = 0;
	for (const byte of page) sum = (sum << 8) ^ (checks[((sum >>> 24) ^ byte) & 0xff] ?? 0);
	new DataView(page.buffer).setUint32(22, sum >>> 0, true);
	return page;
}

/** `packets`, `ms` long, one channel, as an Ogg file. */
export function asOgg(packets: readonly Uint8Array[], ms: number): Uint8Array<ArrayBuffer> {
	const head = bytes(11, (view) => {
		view.setUint8(0, 1);
		view.setUint8(1, 1);
		view.setUint16(2, preSkip, true);
		view.setUint32(4, 48_000, true);
	});
	const tags = joined([text('OpusTags'), new Uint8Array(8)]);
	const pages = [
		oggPage({ flags: 2, until: 0, number: 0, packets: [joined([text('OpusHead'), head])] }),
		oggPage({ flags: 0, until: 0, number: 1, packets: [tags] })
	];
	const length = preSkip + Math.round(ms * 48);
	let until = 0;
	// A page has room for 255 parts of 255 bytes; fifty packets of speech are well under it.
	for (let first = 0; first < packets.length; first += 50) {
		const some = packets.slice(first, first + 50);
		const last = first + 50 >= packets.length;
		until += some.reduce((sum, packet) => sum + samplesIn(packet), 0);
		const flags = last ? 4 : 0;
		// The end of the last packet is silence that is not played.
		pages.push(
			oggPage({ flags, until: last ? Math.min(until, length) : until, number: pages.length, packets: some })
		);
	}
	return joined(pages);
}

const chunk = (name: string, body: Uint8Array): Uint8Array =>
	joined([text(name), bytes(8, (view) => view.setBigInt64(0, BigInt(body.length))), body]);

/** `packets`, `ms` long, one channel, as a Core Audio file. */
export function asCaf(packets: readonly Uint8Array[], ms: number): Uint8Array<ArrayBuffer> {
	const frames = samplesIn(packets[0]);
	const played = Math.min(Math.round(ms * 48), Math.max(0, frames * packets.length - preSkip));
	const description = joined([
		bytes(8, (view) => view.setFloat64(0, 48_000)),
		text('opus'),
		bytes(20, (view) => {
			view.setUint32(8, frames);
			view.setUint32(12, 1);
		})
	]);
	const table = joined([
		bytes(24, (view) => {
			view.setBigInt64(0, BigInt(packets.length));
			view.setBigInt64(8, BigInt(played));
			view.setInt32(16, preSkip);
			view.setInt32(20, Math.max(0, frames * packets.length - preSkip - played));
		}),
		...packets.map((packet) => variable(packet.length))
	]);
	return joined([
		text('caff'),
		bytes(4, (view) => view.setUint16(0, 1)),
		chunk('desc', description),
		chunk('pakt', table),
		chunk('data', joined([new Uint8Array(4), ...packets]))
	]);
}
