/**
 * The picture that a child makes, as data: pages with a background and items on it, first to last as they lie on each other.
 * It is kept, sealed and sent as these bytes and painted from them on every screen, so the format is a contract: add to
 * `v: 1` what older readers may leave out, otherwise make a `v: 2` beside it.
 */
import type { Bytes } from '../base/bytes.ts';
import { joinAll, utf8 } from '../base/bytes.ts';
import type { FaceLook } from '../picture/face.ts';
import type { StickerId } from './model/stickers.ts';

/** The long and the short side of a page in its own units; every place and size in an item is a whole number of them. */
export const longSide = 4000;
/** The short side. */
export const shortSide = 3000;

/** A page lies on its side, or stands. All pages of a picture are alike. */
export type PageShape = 'wide' | 'tall';

/** The colours, by the names that a child hears. `paint/colours.ts` has their values and why they stay apart. */
export const colourIds = ['black', 'brown', 'red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
/** A colour. */
export type ColourId = (typeof colourIds)[number];

/** Pen: thin, thicker where it is pressed or slow. Felt: thick and even. Crayon: rough. */
export const brushIds = ['pen', 'felt', 'crayon'] as const;
/** A brush. */
export type BrushId = (typeof brushIds)[number];

/** What a page can have behind it. */
export const backgroundIds = ['plain', 'room', 'garden', 'street', 'beach', 'night'] as const;
/** A background. */
export type BackgroundId = (typeof backgroundIds)[number];

/** The shapes that can be drawn in one go. */
export const formIds = ['line', 'box', 'round', 'star', 'heart'] as const;
/** A shape's form. */
export type FormId = (typeof formIds)[number];

/** One line of ink from where a brush was put down to where it was lifted. */
export interface Stroke {
	readonly kind: 'stroke';
	readonly brush: BrushId;
	readonly colour: ColourId;
	/** Thickness at a middling pressure. */
	readonly width: number;
	/** x and y of the first point, then the steps to each next one: x, y, dx, dy, dx, dy … */
	readonly points: readonly number[];
	/** Pressure at each point, 0 to 100, where the pen told it. */
	readonly force?: readonly number[];
	/** What it encloses, filled. */
	readonly fill?: ColourId;
}

/** A picture of the set; (x, y) is its middle, `size` its side. */
export interface Sticker {
	readonly kind: 'sticker';
	readonly picture: StickerId;
	readonly x: number;
	readonly y: number;
	readonly size: number;
}

/** A form in the box around (x, y), `across` wide and `down` high. A line runs from corner to corner: either may be negative. */
export interface Form {
	readonly kind: 'form';
	readonly form: FormId;
	readonly colour: ColourId;
	readonly x: number;
	readonly y: number;
	readonly across: number;
	readonly down: number;
	readonly fill?: ColourId;
}

/** Written words; (x, y) is their middle, `size` the height of a line. */
export interface Written {
	readonly kind: 'written';
	readonly words: string;
	readonly colour: ColourId;
	readonly x: number;
	readonly y: number;
	readonly size: number;
}

/** Anything on a page. */
export type Item = Stroke | Sticker | Form | Written;

/** One page. */
export interface Page {
	readonly background: BackgroundId;
	/** The paper's own colour, where the child filled it. */
	readonly paper?: ColourId;
	readonly items: readonly Item[];
}

/** A whole picture. */
export interface Picture {
	readonly v: 1;
	readonly shape: PageShape;
	/** One at least. */
	readonly pages: readonly Page[];
	/** The face that the stickers of a feeling and of family have. */
	readonly face?: FaceLook;
	/** The child's own words for it, in place of those made from the items (`wordsOf`). */
	readonly words?: string;
	/** What an adult says that it shows. Theirs, never shown as the child's. */
	readonly described?: string;
}

/** A page with nothing on it. */
export const emptyPage: Page = { background: 'plain', items: [] };

/** A picture with one empty page. */
export const emptyPicture = (shape: PageShape, face?: FaceLook | null): Picture => ({
	v: 1,
	shape,
	pages: [emptyPage],
	...(face ? { face } : {})
});

/** Width and height of a page, in its units. */
export const pageSize = (shape: PageShape): readonly [number, number] =>
	shape === 'wide' ? [longSide, shortSide] : [shortSide, longSide];

/** Whether there is anything in it at all: an empty picture is no answer. */
export const isEmptyPicture = ({ pages, words }: Picture): boolean =>
	!words && pages.every((page) => page.items.length === 0 && page.background === 'plain' && !page.paper);

const spelled = new WeakMap<Item, Bytes>();
const comma = utf8(',');

/** An item as JSON, spelled once: after each stroke only the new one is. */
function spell(item: Item): Bytes {
	const known = spelled.get(item);
	if (known !== undefined) return known;
	const json = utf8(JSON.stringify(item));
	spelled.set(item, json);
	return json;
}

/** The bytes to keep, seal and send. The same picture gives the same bytes. */
export function pictureBytes({ v, shape, pages, face, words, described }: Picture): Bytes {
	const parts = [utf8(`{"v":${v},"shape":"${shape}","pages":[`)];
	pages.forEach(({ background, paper, items }, page) => {
		const ground = JSON.stringify({ background, paper }).slice(0, -1);
		parts.push(utf8(`${page === 0 ? '' : ','}${ground},"items":[`));
		items.forEach((item, at) => parts.push(...(at === 0 ? [spell(item)] : [comma, spell(item)])));
		parts.push(utf8(']}'));
	});
	const rest = JSON.stringify({ face, words, described }).slice(1);
	parts.push(utf8(`]${rest === '}' ? '' : ','}${rest}`));
	return joinAll(parts);
}
