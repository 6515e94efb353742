/**
 * The studio without its looks: which picture, which page, which tool, what is chosen, and one method for each act. All
 * five ways in end in the same few changes (`model/change.ts`), so that they make the same picture.
 */
import type { Words } from '../i18n/words.svelte.ts';
import type { Easel } from './easel/open.ts';
import { Line } from './easel/line.ts';
import type { InkPoint } from './paint/live-ink.ts';
import * as change from './model/change.ts';
import { beginHistory, putBack, record, takeBack, type History } from './model/history.ts';
import {
	boxOf,
	middleOf,
	placeOf,
	settle,
	sizes,
	step,
	within,
	type PlaceId,
	type Point,
	type SizeId
} from './model/place.ts';
import type { StickerId } from './model/stickers.ts';
import {
	pageSize,
	type BackgroundId,
	type BrushId,
	type ColourId,
	type FormId,
	type Item,
	type Picture
} from './picture-model.ts';
import { nameOf, whereIs } from './words-of.ts';

/** What the hand or the keys do on the paper. */
export type Tool =
	| { readonly kind: 'brush'; readonly brush: BrushId }
	| { readonly kind: 'form'; readonly form: FormId }
	| { readonly kind: 'fill' | 'stamp' | 'write' };

/** The four views of the studio. The fifth way, the keys, is at home on the paper in the first of them. */
export const tabIds = ['draw', 'put', 'list', 'tell'] as const;
/** A view. */
export type TabId = (typeof tabIds)[number];

/** What the studio is given. */
export interface StudioOptions {
	readonly picture: Picture;
	readonly words: Words;
	/** After each act, with the whole picture as it is now. */
	readonly onchange: (picture: Picture, why: change.Why) => void;
	/** Says something to those who listen. */
	readonly say: (words: string) => void;
}

/** The nine places in the order in which they are filled for a child who tells. */
const inTurn: readonly PlaceId[] = [
	'middle',
	'left',
	'right',
	'top',
	'bottom',
	'top-left',
	'top-right',
	'bottom-left',
	'bottom-right'
];

/** A form that was only tapped is this large. */
const tapped = 800;

/** A line that is being drawn is kept as far as it goes this long after it went on, in milliseconds. */
const keptAfter = 500;

/** The studio. `easel` and `fillable` are there once they are fetched. */
export class StudioController {
	tab: TabId = $state('draw');
	tool: Tool = $state.raw({ kind: 'brush', brush: 'pen' });
	colour: ColourId = $state('black');
	sticker: StickerId = $state('face-good');
	size: SizeId = $state('medium');
	written = $state('');
	/** Press, move, press: the pen stays down without a button held. */
	holds = $state(false);
	page = $state(0);
	chosen: number | null = $state(null);
	/** Where the keys' pen is; null until a key moves it. */
	pen: Point | null = $state.raw(null);
	penDown = $state(false);
	easel: Easel | null = null;
	/** Which item is filled at a point; -1: the paper. */
	fillable: (page: Picture['pages'][number], at: Point) => number = () => -1;
	#history: History = $state.raw() as History;
	#options: StudioOptions;
	#line: Line | null = null;
	/** Until what is wet is kept. */
	#wet: ReturnType<typeof setTimeout> | undefined;
	/** Why the picture changed last. */
	#lastly: change.Why | null = null;

	constructor(options: StudioOptions) {
		this.#options = options;
		this.#history = beginHistory(options.picture);
	}

	get picture(): Picture {
		return this.#history.now;
	}
	get items(): readonly Item[] {
		return this.picture.pages[this.page]?.items ?? [];
	}
	get canUndo(): boolean {
		return this.#history.past.length > 0;
	}
	get canRedo(): boolean {
		return this.#history.later.length > 0;
	}
	get #t() {
		return this.#options.words.t;
	}
	/** An item's name and place. */
	#said = (key: 'drawing:paper.stamped' | 'drawing:list.changed', item: Item) =>
		this.#t(key, { what: nameOf(item, this.#t), where: whereIs(item, this.picture.shape, this.#t) });

	/** Paints what is there now; what is chosen gets its frame. */
	draw(): void {
		this.easel?.show(this.picture, this.page);
		this.easel?.hold(this.tab === 'list');
		this.easel?.choose(
			this.tab === 'list' && this.chosen !== null ? (this.items[this.chosen] ?? null) : null
		);
	}

	#done(picture: Picture, why: change.Why, say?: string): boolean {
		if (picture === this.picture) return false;
		// Letter by letter is one act: taking back takes the whole of it.
		const goesOn = why === 'words' && this.#lastly === 'words';
		this.#history = goesOn ? { ...this.#history, now: picture, later: [] } : record(this.#history, picture);
		this.#lastly = why;
		this.draw();
		this.#options.onchange(picture, why);
		if (say) this.#options.say(say);
		return true;
	}
	#add(item: Item, why: change.Why, say?: string): void {
		if (!this.#done(change.addItem(this.picture, this.page, item), why, say))
			this.#options.say(this.#t('drawing:paper.full'));
	}

	// ── By hand and by keys ──

	/** A line, or a form from corner to corner, begins. The other tools act when it ends. */
	begin(at: InkPoint): void {
		this.#line = new Line(this.picture.shape);
		const first = this.#line.add(at, at.force);
		if (first && this.tool.kind === 'brush')
			this.easel?.begin(
				this.tool.brush,
				this.colour,
				at.force === undefined ? first : { ...first, force: at.force }
			);
	}
	/** It goes on. */
	extend(to: InkPoint): void {
		const point = this.#line?.add(to, to.force);
		if (point && this.tool.kind === 'brush')
			this.easel?.extend(to.force === undefined ? point : { ...point, force: to.force });
		if (point) this.#wet ??= setTimeout(() => this.#keepWet(), keptAfter);
	}
	/** Hands out the picture with the line as far as it goes, should the device fail before it is lifted. It counts later. */
	#keepWet(): void {
		this.#wet = undefined;
		if (!this.#line || this.tool.kind !== 'brush') return;
		const wet = change.addItem(this.picture, this.page, this.#line.stroke(this.tool.brush, this.colour));
		if (wet !== this.picture) this.#options.onchange(wet, 'wet');
	}
	/** The line is no longer wet. */
	#takeLine(): Line | null {
		const line = this.#line;
		this.#line = null;
		clearTimeout(this.#wet);
		this.#wet = undefined;
		return line;
	}
	/** It is lifted: now it counts. */
	end(): void {
		const line = this.#takeLine();
		if (!line) return;
		const { tool } = this;
		const [from, to] = line.ends;
		if (tool.kind === 'brush') {
			this.#add(line.stroke(tool.brush, this.colour), 'stroke');
			this.easel?.dry();
		} else if (tool.kind === 'form') this.#drawForm(tool.form, from, to);
		else if (tool.kind === 'fill') this.fill(to);
		else if (tool.kind === 'stamp') this.put(settle(to));
		else this.write(settle(to));
	}
	/** It is given up. */
	cancel(): void {
		if (!this.#takeLine()) return;
		this.easel?.dry();
		this.#options.onchange(this.picture, 'wet');
		this.#options.say(this.#t('drawing:paper.dropped'));
	}

	#drawForm(form: FormId, from: Point, to: Point): void {
		const small = Math.hypot(to.x - from.x, to.y - from.y) < step;
		const [a, b] = [settle(from), settle(to)];
		const box = small
			? { ...a, across: tapped, down: form === 'line' ? 0 : tapped }
			: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, across: b.x - a.x, down: b.y - a.y };
		const item: Item = { kind: 'form', form, colour: this.colour, ...box };
		this.#add(item, 'item', this.#said('drawing:paper.stamped', item));
	}

	/** Fills what is around `at`, or the paper. */
	fill(at: Point): void {
		const page = this.picture.pages[this.page];
		if (!page) return;
		const found = this.fillable(page, at);
		const filled =
			found >= 0
				? change.fillItem(this.picture, this.page, found, this.colour)
				: change.fillPaper(this.picture, this.page, this.colour);
		this.#done(
			filled,
			'item',
			this.#t('drawing:paper.filled', { colour: this.#t(`drawing:colour.${this.colour}`) })
		);
	}

	/** Puts the sticker that is chosen at `at`. */
	put(at: Point, sticker = this.sticker): void {
		const item: Item = { kind: 'sticker', picture: sticker, ...settle(at), size: sizes[this.size] };
		this.#add(item, 'item', this.#said('drawing:paper.stamped', item));
	}
	/** Puts it in one of the nine places. */
	putIn = (place: PlaceId, sticker = this.sticker): void =>
		this.put(middleOf(place, this.picture.shape), sticker);

	/** Puts a sticker where there is room: for those who tell and do not place. */
	putAnywhere(sticker: StickerId): void {
		const taken = this.items.map((item) => placeOf(boxOf(item), this.picture.shape));
		const free = inTurn.find((place) => !taken.includes(place)) ?? 'middle';
		this.putIn(free, sticker);
	}

	/** Writes the words that stand ready at `at`. */
	write(at: Point, said = this.written): void {
		const words = said.trim().slice(0, 200);
		if (words === '') return;
		const item: Item = { kind: 'written', words, colour: this.colour, ...settle(at), size: 260 };
		this.#add(item, 'item', this.#said('drawing:paper.stamped', item));
	}

	/** A key on the paper: whether it meant something here. Arrows move the pen, Space and Enter put it down and lift it. */
	key(key: string, fine: boolean): boolean {
		const ways: Readonly<Record<string, readonly [number, number]>> = {
			ArrowLeft: [-1, 0],
			ArrowRight: [1, 0],
			ArrowUp: [0, -1],
			ArrowDown: [0, 1]
		};
		const way = ways[key];
		if (!way && key !== ' ' && key !== 'Enter') return false;
		const [across, down] = pageSize(this.picture.shape);
		const from = this.pen ?? settle({ x: across / 2, y: down / 2 });
		const by = fine ? step / 5 : step;
		this.pen = way ? within({ x: from.x + way[0] * by, y: from.y + way[1] * by }, this.picture.shape) : from;
		if (way) {
			if (this.penDown) this.extend(this.pen);
			this.#sayPen(this.pen);
		} else if (this.penDown) this.lift();
		else {
			this.begin(this.pen);
			// Filling, stamping and writing are one press.
			if (this.tool.kind === 'brush' || this.tool.kind === 'form') {
				this.penDown = true;
				this.#options.say(this.#t('drawing:paper.penDown'));
			} else this.end();
		}
		this.easel?.point(this.pen, this.penDown);
		return true;
	}
	#sayPen({ x, y }: Point): void {
		const [across, down] = pageSize(this.picture.shape);
		const share = (value: number, of: number) => Math.round((100 * value) / of);
		const where = this.#t(`drawing:place.${placeOf({ x, y }, this.picture.shape)}`);
		this.#options.say(this.#t('drawing:paper.at', { where, across: share(x, across), down: share(y, down) }));
	}
	/** The keys' pen is lifted: its line is kept. */
	lift(): void {
		if (!this.penDown) return;
		this.penDown = false;
		this.end();
		this.#options.say(this.#t('drawing:paper.penUp'));
	}
	/** The keys leave the paper. */
	leave(): void {
		this.lift();
		this.easel?.point(null, false);
	}

	// ── The list ──

	/** Changes what is chosen, and says where it is now. */
	#change(changed: Picture): void {
		const item = changed.pages[this.page]?.items[this.chosen ?? -1];
		this.#done(changed, 'item', item && this.#said('drawing:list.changed', item));
	}
	choose(item: number | null): void {
		this.chosen = item;
		this.easel?.choose(item === null ? null : (this.items[item] ?? null));
	}
	nudge(across: number, down: number): void {
		if (this.chosen !== null)
			this.#change(change.nudgeItem(this.picture, this.page, this.chosen, across, down, step * 2));
	}
	resize(by: 1 | -1): void {
		if (this.chosen !== null) this.#change(change.sizeItem(this.picture, this.page, this.chosen, by));
	}
	drop(item: number, to: Point): void {
		this.chosen = item;
		this.#change(change.putItem(this.picture, this.page, item, settle(to)));
		this.draw();
	}
	lay(where: 'front' | 'back'): void {
		if (this.chosen === null) return;
		const laid = change.layItem(this.picture, this.page, this.chosen, where);
		if (laid === this.picture) return;
		this.chosen = where === 'front' ? this.items.length - 1 : 0;
		this.#change(laid);
	}
	remove(): void {
		const item = this.items[this.chosen ?? -1];
		if (this.chosen === null || !item) return;
		const at = this.chosen;
		this.chosen = null;
		this.#done(
			change.removeItem(this.picture, this.page, at),
			'item',
			this.#t('drawing:list.removed', { what: nameOf(item, this.#t) })
		);
	}

	// ── Ground, pages, words ──

	setBackground(background: BackgroundId): void {
		this.#done(
			change.setBackground(this.picture, this.page, background),
			'page',
			this.#t('drawing:said.behind', { what: this.#t(`drawing:background.${background}`) })
		);
	}
	newPage(): void {
		const more = change.addPage(this.picture);
		if (more === this.picture) this.#options.say(this.#t('drawing:paper.full'));
		else {
			this.page = more.pages.length - 1;
			this.chosen = null;
			this.#done(more, 'page', this.#t('drawing:newPageHere'));
		}
	}
	turn(by: 1 | -1): void {
		this.page = Math.min(this.picture.pages.length - 1, Math.max(0, this.page + by));
		this.chosen = null;
		this.draw();
		this.#options.say(this.#t('drawing:pageAt', { at: this.page + 1, of: this.picture.pages.length }));
	}
	/** The child's own words, or an adult's. */
	tell(whose: 'words' | 'described', said: string): void {
		this.#done(change.setWords(this.picture, whose, said), 'words');
	}

	undo(): void {
		this.#go(takeBack(this.#history), 'undo', this.#t('drawing:undone'));
	}
	redo(): void {
		this.#go(putBack(this.#history), 'redo', this.#t('drawing:redone'));
	}
	#go(history: History, why: 'undo' | 'redo', say: string): void {
		if (history === this.#history) return;
		const before = this.picture.pages;
		this.#history = history;
		this.#lastly = why;
		this.chosen = null;
		// To the page where something changed, so that it is seen.
		const changed = this.picture.pages.findIndex((page, at) => page !== before[at]);
		this.page = changed >= 0 ? changed : Math.min(this.page, this.picture.pages.length - 1);
		this.draw();
		this.#options.onchange(this.picture, why);
		this.#options.say(say);
	}
}
