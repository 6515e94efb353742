/**
 * A page as one bitmap. What is finished is painted into it once, so that neither a new line nor a frame costs more when
 * there is much on the page. Taking back the last few is quick, too: a second bitmap lags behind by some items.
 */
import { paintGround, paintItem } from '../paint/paint-page.ts';
import type { Item, Picture } from '../picture-model.ts';

/** How many of the newest items the second bitmap is without, at most. */
const lag = 24;

interface Layer {
	readonly ink: CanvasRenderingContext2D;
	/** What is painted on it, first to last; null: not even the ground. */
	items: readonly Item[] | null;
}

const newLayer = (): Layer => ({
	ink: document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D,
	items: null
});

/** The bitmap of a page of `across` × `down` units. */
export class Baked {
	#all = newLayer();
	#earlier = newLayer();
	#down: number;
	#across: number;
	/** What the ground and faces were painted from. */
	#ground: readonly unknown[] = [];

	constructor(across: number, down: number) {
		this.#across = across;
		this.#down = down;
	}

	/** The bitmap. The same element for ever. */
	get canvas(): HTMLCanvasElement {
		return this.#all.ink.canvas;
	}

	/** Makes it `scale` pixels to a unit; everything is to be painted again. */
	resize(scale: number): void {
		for (const layer of [this.#all, this.#earlier]) {
			layer.ink.canvas.width = Math.max(1, Math.round(this.#across * scale));
			layer.ink.canvas.height = Math.max(1, Math.round(this.#down * scale));
			layer.ink.setTransform(scale, 0, 0, scale, 0, 0);
			layer.items = null;
		}
	}

	/** Brings it to show `page` of `picture`, without the item at `without`. */
	show(picture: Picture, page: number, without: number): void {
		const now = picture.pages[page];
		if (!now) return;
		const ground = [now.background, now.paper, picture.face, page];
		if (ground.some((one, at) => one !== this.#ground[at])) this.#all.items = this.#earlier.items = null;
		this.#ground = ground;
		const items = without < 0 ? now.items : now.items.toSpliced(without, 1);
		const goesOn = this.#startsWith(this.#all, items);
		if (!goesOn && !this.#startsWith(this.#earlier, items)) {
			paintGround(this.#earlier.ink, picture, page);
			this.#earlier.items = [];
		}
		// Now and then the second bitmap catches up, by the few that are newest. A page that is opened is painted there, once.
		const behind = items.length - (this.#earlier.items?.length ?? 0);
		if (behind > 2 * lag) this.#paint(this.#earlier, items.slice(0, -lag), picture);
		if (!goesOn) this.#takeEarlier();
		this.#paint(this.#all, items, picture);
	}

	#startsWith(layer: Layer, items: readonly Item[]): boolean {
		return (
			layer.items !== null &&
			layer.items.length <= items.length &&
			layer.items.every((item, at) => item === items[at])
		);
	}

	/** The bitmap begins again, from the second one. */
	#takeEarlier(): void {
		const { ink } = this.#all;
		ink.save();
		ink.resetTransform();
		ink.drawImage(this.#earlier.ink.canvas, 0, 0);
		ink.restore();
		this.#all.items = this.#earlier.items;
	}

	/** Paints what of `items` is not on `layer` yet, which shows the first of them. */
	#paint(layer: Layer, items: readonly Item[], picture: Picture): void {
		for (const item of items.slice(layer.items?.length ?? 0)) paintItem(layer.ink, item, picture.face);
		layer.items = items;
	}
}
