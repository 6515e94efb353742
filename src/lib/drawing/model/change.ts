/**
 * What can be done to a picture, whichever way a child does it: pure, each gives a new picture and shares what stays the
 * same with the old one. Where nothing can change (the last item moved back, a page too many) the very same picture is given.
 */
import {
	emptyPage,
	type BackgroundId,
	type ColourId,
	type Item,
	type Page,
	type Picture
} from '../picture-model.ts';
import { most } from './limits.ts';
import { boxOf, nextSize, pointsOf, settle, type Point } from './place.ts';

/** Why a picture changed, for whoever keeps it; `wet`: with a line that is still being drawn, or without it again. */
export type Why = 'wet' | 'stroke' | 'item' | 'page' | 'words' | 'undo' | 'redo';

const onPage = (picture: Picture, at: number, change: (page: Page) => Page): Picture => {
	const before = picture.pages[at];
	if (!before) return picture;
	const after = change(before);
	return after === before ? picture : { ...picture, pages: picture.pages.with(at, after) };
};
const onItem = (picture: Picture, page: number, item: number, change: (item: Item) => Item): Picture =>
	onPage(picture, page, (before) => {
		const old = before.items[item];
		const now = old && change(old);
		return !now || now === old ? before : { ...before, items: before.items.with(item, now) };
	});

const inkOf = (item: Item) => (item.kind === 'stroke' ? item.points.length / 2 : 0);
const inkIn = (picture: Picture) =>
	picture.pages.reduce((sum, { items }) => items.reduce((all, item) => all + inkOf(item), sum), 0);

/** `item` on top of the page; the same picture where there is no room for more. */
export function addItem(picture: Picture, page: number, item: Item): Picture {
	if (item.kind === 'stroke' && inkIn(picture) + inkOf(item) > most.points) return picture;
	return onPage(picture, page, (before) =>
		before.items.length >= most.items ? before : { ...before, items: [...before.items, item] }
	);
}

/** Takes an item away. */
export const removeItem = (picture: Picture, page: number, item: number): Picture =>
	onPage(picture, page, (before) =>
		before.items[item] ? { ...before, items: before.items.toSpliced(item, 1) } : before
	);

/** Moves an item so that its middle is at `to`. */
export const putItem = (picture: Picture, page: number, item: number, to: Point): Picture =>
	onItem(picture, page, item, (old) => {
		const box = boxOf(old);
		const [dx, dy] = [Math.round(to.x - box.x), Math.round(to.y - box.y)];
		if (dx === 0 && dy === 0) return old;
		if (old.kind !== 'stroke') return { ...old, x: old.x + dx, y: old.y + dy };
		const [x = 0, y = 0, ...rest] = old.points;
		return { ...old, points: [x + dx, y + dy, ...rest] };
	});

/** Moves an item by one step: `across` and `down` are -1, 0 or 1 of `by` units. */
export const nudgeItem = (
	picture: Picture,
	page: number,
	item: number,
	across: number,
	down: number,
	by: number
) => {
	const old = picture.pages[page]?.items[item];
	if (!old) return picture;
	const box = boxOf(old);
	const to = { x: box.x + across * by, y: box.y + down * by };
	return putItem(picture, page, item, old.kind === 'sticker' ? settle(to) : to);
};

/** The next size up or down, its middle where it was. */
export const sizeItem = (picture: Picture, page: number, item: number, by: 1 | -1): Picture =>
	onItem(picture, page, item, (old) => {
		if (old.kind === 'sticker' || old.kind === 'written') {
			const size = nextSize(old.size, by);
			return size === old.size ? old : { ...old, size };
		}
		const box = boxOf(old);
		const widest = Math.max(box.across, box.down);
		const scale = nextSize(widest, by) / widest;
		if (scale === 1) return old;
		const scaled = (value: number) => Math.round(value * scale) || Math.sign(value) || 1;
		if (old.kind === 'form') return { ...old, across: scaled(old.across), down: scaled(old.down) };
		// From the points themselves, so that small steps do not each lose their own fraction.
		const points: number[] = [];
		let [lastX, lastY] = [0, 0];
		for (const { x, y } of pointsOf(old.points)) {
			const [nowX, nowY] = [Math.round(box.x + (x - box.x) * scale), Math.round(box.y + (y - box.y) * scale)];
			points.push(nowX - lastX, nowY - lastY);
			[lastX, lastY] = [nowX, nowY];
		}
		return { ...old, points };
	});

/** To the front of everything on its page, or behind it all. */
export const layItem = (picture: Picture, page: number, item: number, where: 'front' | 'back'): Picture =>
	onPage(picture, page, (before) => {
		const one = before.items[item];
		const to = where === 'front' ? before.items.length - 1 : 0;
		if (!one || item === to) return before;
		const others = before.items.toSpliced(item, 1);
		return { ...before, items: where === 'front' ? [...others, one] : [one, ...others] };
	});

/** Fills an item with a colour. Stickers have their own colours and words are lines: they stay as they are. */
export const fillItem = (picture: Picture, page: number, item: number, fill: ColourId): Picture =>
	onItem(picture, page, item, (old) =>
		(old.kind !== 'stroke' && old.kind !== 'form') || old.fill === fill ? old : { ...old, fill }
	);

/** Colours the paper; what was behind the page goes. */
export const fillPaper = (picture: Picture, page: number, paper: ColourId): Picture =>
	onPage(picture, page, (before) =>
		before.paper === paper ? before : { background: 'plain', paper, items: before.items }
	);

/** Puts something behind the page; its paper is the background's again. */
export const setBackground = (picture: Picture, page: number, background: BackgroundId): Picture =>
	onPage(picture, page, (before) =>
		before.background === background && before.paper === undefined
			? before
			: { background, items: before.items }
	);

/** A new page at the end; the same picture where there are enough. */
export const addPage = (picture: Picture): Picture =>
	picture.pages.length >= most.pages ? picture : { ...picture, pages: [...picture.pages, emptyPage] };

/** The child's own words for the picture, or an adult's for it; none where there are only spaces. */
export function setWords(picture: Picture, whose: 'words' | 'described', said: string): Picture {
	const { [whose]: old, ...rest } = picture;
	const now = said.trim() === '' ? undefined : said.slice(0, most.words);
	return old === now ? picture : now === undefined ? rest : { ...rest, [whose]: now };
}
