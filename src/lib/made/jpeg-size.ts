/** The size that a JPEG says it has, read from its markers without decoding it (ITU-T T.81, B.2.2). */

/** Whether `marker` begins a frame: SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
	marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Width and height in pixels; null where `bytes` are no JPEG, or it ends before it says. */
export function jpegSize(bytes: Uint8Array): readonly [number, number] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
	for (let at = 2; at + 9 < bytes.length;) {
		if (bytes[at] !== 0xff) return null;
		const marker = bytes[at + 1] ?? 0;
		// Fill bytes before a marker.
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (isFrame(marker)) return [view.getUint16(at + 7), view.getUint16(at + 5)];
		const length = view.getUint16(at + 2);
		// Start of the picture's own data, or a length that leads nowhere: no frame came before it.
		if (marker === 0xda || length < 2) return null;
		at += 2 + length;
	}
	return null;
}
