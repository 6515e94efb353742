/** A photo made ready to be shown: what it says of itself is checked before anything decodes it. */
import { ok, refused, type Result } from '../base/result.ts';
import { photoSide } from '../journey/made.ts';
import { jpegSize } from './jpeg-size.ts';

/**
 * `blob` drawn anew, for an image element; refused as `other` where it is no JPEG, larger than any that is sent, or does
 * not decode.
 */
export async function cleanPhoto(blob: Blob): Promise<Result<Blob, 'other'>> {
	const size = jpegSize(new Uint8Array(await blob.arrayBuffer()));
	if (!size || size.some((side) => side < 1 || side > photoSide)) return refused('other');
	try {
		// No colour profile and no turning: nothing in it but its pixels has a say.
		const bitmap = await createImageBitmap(new Blob([blob], { type: 'image/jpeg' }), {
			imageOrientation: 'none',
			colorSpaceConversion: 'none'
		});
		if (bitmap.width === size[0] && bitmap.height === size[1]) return ok(await drawn(bitmap));
	} catch {
		// Cut off or damaged.
	}
	return refused('other');
}

async function drawn(bitmap: ImageBitmap): Promise<Blob> {
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [bitmap.width, bitmap.height];
	canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
	bitmap.close();
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture'))), 'image/jpeg', 0.92)
	);
}
