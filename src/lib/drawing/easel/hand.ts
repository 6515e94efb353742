/**
 * A hand at the paper: pointer events → where a line begins, goes and ends. One finger draws at a time; a palm beside the
 * pen and a second finger do nothing; what counts is lifting. For those who cannot hold a button down: press, move, press.
 */

/** A place of the pointer; `force` 0 to 1 where a pen tells it. */
export interface HandPoint {
	readonly clientX: number;
	readonly clientY: number;
	readonly force?: number;
}

/** What is told of a hand. */
export interface Told {
	begin(at: HandPoint): void;
	move(to: HandPoint): void;
	/** The line is whole. */
	end(): void;
	/** The line is given up: the system took the pointer away. */
	cancel(): void;
	/** Whether press, move, press is wanted. */
	holds(): boolean;
}

/** After a pen, a touch this soon is the hand that holds it. */
const palmAfter = 1500;
/** A touch this wide, in CSS px, is a palm. */
const palmWide = 70;

const pointOf = (event: PointerEvent): HandPoint => ({
	clientX: event.clientX,
	clientY: event.clientY,
	...(event.pointerType === 'pen' && event.pressure > 0 ? { force: event.pressure } : {})
});

/** Listens at `paper` and tells; gives the way to stop. */
export function watchHand(paper: HTMLElement, told: Told): () => void {
	let active: number | null = null;
	/** The line goes on though nothing is pressed. */
	let held = false;
	let lastPen = -Infinity;

	const isPalm = (event: PointerEvent) =>
		event.pointerType === 'touch' &&
		(event.timeStamp - lastPen < palmAfter || Math.max(event.width, event.height) > palmWide);

	const down = (event: PointerEvent) => {
		if (event.pointerType === 'pen') lastPen = event.timeStamp;
		if (held) {
			// The second press ends the line when it is lifted.
			active = event.pointerId;
			return;
		}
		if (active !== null || event.button !== 0 || isPalm(event)) return;
		active = event.pointerId;
		paper.setPointerCapture(event.pointerId);
		told.begin(pointOf(event));
	};
	const move = (event: PointerEvent) => {
		if (event.pointerType === 'pen') lastPen = event.timeStamp;
		if (event.pointerId !== active && !held) return;
		if (active === null && !held) return;
		// Every place between two frames, where the browser tells them: a quick curve stays a curve.
		const between = event.getCoalescedEvents?.() ?? [];
		for (const one of between.length ? between : [event]) told.move(pointOf(one));
	};
	const up = (event: PointerEvent) => {
		if (event.pointerId !== active) return;
		active = null;
		if (told.holds() && !held) {
			held = true;
			return;
		}
		held = false;
		told.end();
	};
	const cancel = (event: PointerEvent) => {
		if (event.pointerId !== active) return;
		active = null;
		held = false;
		told.cancel();
	};
	paper.addEventListener('pointerdown', down);
	paper.addEventListener('pointermove', move);
	paper.addEventListener('pointerup', up);
	paper.addEventListener('pointercancel', cancel);
	return () => {
		paper.removeEventListener('pointerdown', down);
		paper.removeEventListener('pointermove', move);
		paper.removeEventListener('pointerup', up);
		paper.removeEventListener('pointercancel', cancel);
	};
}
