/** Reads what opusenc wrote: the bare packets of a clip, for a bank. */
import { preSkip } from '../../src/lib/speech/container.ts';

/** Every packet of an Ogg file with one stream, its two headings among them. Throws TypeError where it is none. */
function allPackets(file: Uint8Array): readonly Uint8Array[] {
	const packets: Uint8Array[] = [];
	let open: Uint8Array[] = [];
	for (let at = 0; at < file.length;) {
		if (String.fromCharCode(...file.subarray(at, at + 4)) !== 'OggS') throw new TypeError('Not an Ogg page');
		const count = file[at + 26] ?? 0;
		let body = at + 27 + count;
		for (const size of file.subarray(at + 27, at + 27 + count)) {
			open.push(file.subarray(body, body + size));
			body += size;
			if (size === 255) continue;
			packets.push(Buffer.concat(open));
			open = [];
		}
		at = body;
	}
	return packets;
}

/** The packets that sound. Throws TypeError where a clip is not as all clips are: one channel, the usual start. */
export function opusPackets(file: Uint8Array): readonly Uint8Array[] {
	const [head, , ...packets] = allPackets(file);
	if (!head || head[9] !== 1 || new DataView(head.buffer, head.byteOffset).getUint16(10, true) !== preSkip)
		throw new TypeError('Not a clip as this project makes them');
	return packets;
}
