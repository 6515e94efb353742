/**
 * The letters of each version, fetched after the first screen stands: words are readable at once in the device's own
 * letters and change when these arrive (`font-display: swap`). Only the files that a page's words need are downloaded.
 */

/** The faces that are carried along. */
export type Letters = 'andika' | 'lexend' | 'atkinson' | 'opendyslexic';

const faces: Readonly<Record<Letters, () => Promise<unknown>>> = {
	andika: () => import('./andika.css'),
	lexend: () => import('./lexend.css'),
	atkinson: () => import('./atkinson.css'),
	opendyslexic: () => import('./opendyslexic.css')
};

/** The face of a version's words (`data-look`), or the one that somebody chose (`data-font`); easy read and the youngest share one. */
export const lettersOf = (look: string, font = ''): Letters =>
	font in faces
		? (font as Letters)
		: look === '8-11'
			? 'lexend'
			: look === '12-15' || look === '16-17'
				? 'atkinson'
				: 'andika';

/** Makes the letters of `names` known to the page. Never throws: without them the device's own are used. */
export async function loadLetters(...names: readonly Letters[]): Promise<void> {
	await Promise.allSettled(names.map((name) => faces[name]()));
}
