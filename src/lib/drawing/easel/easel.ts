/**
 * The easel: the canvases that a child draws on, held by Konva. Three layers: the page as one bitmap, into which everything
 * that is finished is baked; the wet ink of the line that is being drawn; and what belongs to the hand (the pen's cursor,
 * the frame of what is chosen, what is being dragged). Knows nothing of tools or of what may be done.
 */
import { Konva } from 'konva/lib/Global.js';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import { Circle } from 'konva/lib/shapes/Circle.js';
import { Image } from 'konva/lib/shapes/Image.js';
import { Rect } from 'konva/lib/shapes/Rect.js';
import { boxOf, type Point } from '../model/place.ts';
import { LiveInk, type InkPoint } from '../paint/live-ink.ts';
import { paintItem } from '../paint/paint-page.ts';
import {
	pageSize,
	type BrushId,
	type ColourId,
	type Item,
	type PageShape,
	type Picture
} from '../picture-model.ts';
import { Baked } from './baked.ts';

/** Colours of the hand's own marks: the focus blue of the light theme with a white edge, seen on any paper. */
const mark = '#0b4fc4';

/** An easel in a container on the page. */
export class Easel {
	/** Told where the middle of a dragged item was let go, in units of the page. */
	ondrop: (item: number, to: Point) => void = () => undefined;
	/** Told which item was touched. */
	onchoose: (item: number) => void = () => undefined;
	#container: HTMLElement;
	#across: number;
	#down: number;
	#stage: Stage;
	#page = new Layer({ listening: false });
	#wet = new Layer({ listening: false });
	#hand = new Layer();
	#image: Image;
	#baked: Baked;
	#live: LiveInk | null = null;
	#cursor = new Circle({ radius: 70, stroke: mark, strokeWidth: 24, visible: false, listening: false });
	#frame = new Rect({
		stroke: mark,
		strokeWidth: 24,
		dash: [70, 50],
		cornerRadius: 60,
		visible: false,
		listening: false
	});
	#handles: Shape[] = [];
	#shown: { picture: Picture; page: number } | null = null;

	constructor(container: HTMLDivElement, shape: PageShape) {
		this.#container = container;
		[this.#across, this.#down] = pageSize(shape);
		// More than two pixels to a point are not seen in a drawing, and cost memory and time.
		Konva.pixelRatio = Math.min(2, devicePixelRatio);
		// Konva empties its container by `innerHTML = ''`, which the page's Trusted Types refuse.
		Object.defineProperty(container, 'innerHTML', {
			configurable: true,
			set: () => container.replaceChildren()
		});
		this.#stage = new Stage({ container, width: 1, height: 1 });
		this.#stage.add(this.#page, this.#wet, this.#hand);
		this.#baked = new Baked(this.#across, this.#down);
		this.#image = new Image({ image: this.#baked.canvas, listening: false });
		this.#page.add(this.#image);
		this.#hand.add(this.#frame, this.#cursor);
		this.hold(false);
		this.fit();
	}

	/** Takes the size of the container. */
	fit(): void {
		const width = Math.max(1, this.#container.clientWidth);
		const scale = width / this.#across;
		if (this.#stage.width() === width && this.#baked.canvas.width > 1) return;
		this.#stage.size({ width, height: this.#down * scale });
		this.#hand.scale({ x: scale, y: scale });
		this.#wet.scale({ x: scale, y: scale });
		this.#baked.resize(scale * Konva.pixelRatio);
		this.#image.size({ width, height: this.#down * scale });
		if (this.#shown) this.show(this.#shown.picture, this.#shown.page);
	}

	/** Shows a page. What was there already stays baked: only what is new is painted. */
	show(picture: Picture, page: number, without = -1): void {
		this.#shown = { picture, page };
		this.#baked.show(picture, page, without);
		this.#page.draw();
	}

	/** The place on the page under a place on the screen; not kept within the page. */
	pointAt(clientX: number, clientY: number): Point {
		const box = this.#container.getBoundingClientRect();
		const scale = this.#across / box.width;
		return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
	}

	#ink(): CanvasRenderingContext2D {
		const canvas = this.#wet.getNativeCanvasElement();
		const ink = canvas.getContext('2d') as CanvasRenderingContext2D;
		const scale = canvas.width / this.#across;
		ink.setTransform(scale, 0, 0, scale, 0, 0);
		return ink;
	}

	/** Puts wet ink on the page. */
	begin(brush: BrushId, colour: ColourId, at: InkPoint): void {
		this.#live = new LiveInk(this.#ink(), brush, colour, at);
	}

	/** Draws on; nothing where no line was begun. */
	extend(to: InkPoint): void {
		this.#live?.extend(to);
	}

	/** Takes the wet ink away: its line is finished and baked, or was given up. */
	dry(): void {
		this.#live = null;
		this.#ink().clearRect(0, 0, this.#across, this.#down);
	}

	/** Shows the keys' pen, down or up, or hides it. */
	point(at: Point | null, down: boolean): void {
		this.#cursor.visible(at !== null);
		if (at) this.#cursor.position(at);
		this.#cursor.fill(down ? mark : 'rgba(255,255,255,0.6)');
		this.#hand.batchDraw();
	}

	/** Frames one item, or none. */
	choose(item: Item | null): void {
		this.#frame.visible(item !== null);
		if (item) this.#frameAt(boxOf(item));
		this.#hand.batchDraw();
	}

	#frameAt({ x, y, across, down }: Point & { across: number; down: number }): void {
		const room = 60;
		this.#frame.setAttrs({
			x: x - across / 2 - room,
			y: y - down / 2 - room,
			width: across + 2 * room,
			height: down + 2 * room
		});
	}

	/** Lets the items of the page be taken and dragged, or not. */
	hold(taking: boolean): void {
		for (const handle of this.#handles) handle.destroy();
		this.#handles = [];
		const shown = this.#shown;
		if (taking && shown)
			this.#handles = (shown.picture.pages[shown.page]?.items ?? []).map((item, at) =>
				this.#handle(item, at)
			);
		this.#stage.listening(taking);
		// While a pen draws, nothing has to be found under it: the paper alone hears it.
		this.#stage.content.style.pointerEvents = taking ? 'auto' : 'none';
		this.#hand.batchDraw();
	}

	/** What an item is taken by: its box, unseen; while it is dragged, the item itself. */
	#handle(item: Item, at: number): Shape {
		const box = boxOf(item);
		const width = Math.max(box.across, 260);
		const height = Math.max(box.down, 260);
		let dragged = false;
		const handle = new Shape({
			x: box.x,
			y: box.y,
			draggable: true,
			sceneFunc: (context) => {
				if (!dragged) return;
				const ink = context._context;
				ink.save();
				ink.translate(-box.x, -box.y);
				paintItem(ink, item, this.#shown?.picture.face);
				ink.restore();
			},
			hitFunc: (context, shape) => {
				context.beginPath();
				context.rect(-width / 2, -height / 2, width, height);
				context.closePath();
				context.fillStrokeShape(shape);
			},
			fill: mark
		});
		handle.on('click tap', () => this.onchoose(at));
		handle.on('dragstart', () => {
			dragged = true;
			this.onchoose(at);
			if (this.#shown) this.show(this.#shown.picture, this.#shown.page, at);
		});
		handle.on('dragmove', () => this.#frameAt({ ...box, ...handle.position() }));
		handle.on('dragend', () => {
			dragged = false;
			const { x, y } = handle.position();
			if (this.#shown) this.show(this.#shown.picture, this.#shown.page);
			this.ondrop(at, { x, y });
		});
		this.#hand.add(handle);
		this.#frame.moveToTop();
		return handle;
	}

	/** Lets go of everything. */
	destroy(): void {
		this.#stage.destroy();
	}
}
