/** A link as a QR code: one path for an SVG, drawn in the page; the link goes nowhere else. */
import { encode } from 'uqr';

/** A QR code's modules as path data of unit squares, and the width of its field with the quiet zone. */
export interface QrPath {
	readonly path: string;
	readonly size: number;
}

/** The QR code of `text`: correction level M (15 %), as letters get folded; quiet zone of 4 modules (ISO/IEC 18004 §5.3.8). */
export function qrPath(text: string): QrPath {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	let path = '';
	data.forEach((row, y) => {
		for (let x = 0; x < row.length; x++) {
			if (!row[x]) continue;
			let end = x;
			while (row[end + 1]) end++;
			path += `M${x} ${y}h${end - x + 1}v1H${x}z`;
			x = end;
		}
	});
	return { path, size };
}
