/**
 * Words as they are looked up to be spoken: what is the same to an ear is the same here. Pure; the browser and the tools
 * that make the clips use the same rules, so that what is shown is found.
 */

/** `text` with single spaces, none at its ends, in Unicode's composed form. */
export const asSaid = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** Whether there is anything in `text` to say: a letter or a number. */
export const canBeSaid = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What a `{{place}}` stands for is known only when it is shown. */
const place = /\{\{.*?\}\}/g;

/** The parts of `text` between its places, as they are said; nothing where a part has nothing to say. */
export const fixedParts = (text: string): readonly string[] =>
	text
		.split(place)
		.map(asSaid)
		.filter((part) => canBeSaid(part));

/** Whether `text` has places to fill. */
export const hasPlaces = (text: string): boolean => text.search(place) >= 0;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * Finds what fills the places of `text`: an expression over what is shown, each place a group. The words around them must
 * stand there as they are, with whatever spaces.
 */
export function patternOf(text: string): RegExp {
	const parts = asSaid(text).split(place);
	return new RegExp(`^${parts.map((part) => escaped(part)).join('(.+?)')}$`, 'du');
}
