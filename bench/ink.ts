/**
 * Ink under measure: fills a paper with strokes, then draws one more at sixty places a second and notes how long each place
 * takes to reach a frame. The same for our studio and for the limit; both are found as `.paper`.
 */
import type { Measured } from './page.ts';
import { longestTask } from './task.ts';

/** Points in a stroke of what lies there already. */
const inStroke = 100;
/** Places that the pen is moved to while it is measured: two seconds. */
const moves = 120;

/** Places in a second: not those of the screen, so that a place may come at any moment of a frame. */
const pace = 57;

/** What drawing one line was like. */
export interface Drawn {
	/** Of each frame: ms from the pointer's move to the end of the frame that shows it. */
	readonly late: readonly number[];
	/** ms between frames. */
	readonly gaps: readonly number[];
}

declare global {
	interface Window {
		benchInk: { late: number[]; gaps: number[]; stop: boolean };
	}
}

/** Strokes like handwriting, the same each time: `points` in all, as shares of the paper. */
function strokes(points: number): [number, number][][] {
	let seed = 7;
	const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
	return Array.from({ length: Math.ceil(points / inStroke) }, () => {
		let [x, y, way] = [random(), random(), random() * 6.28];
		return Array.from({ length: inStroke }, (): [number, number] => {
			way += (random() - 0.5) * 0.6;
			x = Math.min(0.99, Math.max(0.01, x + Math.cos(way) * 0.008));
			y = Math.min(0.99, Math.max(0.01, y + Math.sin(way) * 0.008));
			return [x, y];
		});
	});
}

/** Fills the paper by the very events that a hand makes, as fast as they are taken. */
export const fill = ({ page }: Measured, points: number): Promise<void> =>
	page.evaluate(async (all) => {
		const paper = document.querySelector('.paper');
		if (!paper) throw new Error('There is no paper');
		// What is dispatched by a script has no pointer to capture.
		Element.prototype.setPointerCapture = () => undefined;
		const box = paper.getBoundingClientRect();
		for (const stroke of all) {
			const at = ([x, y]: [number, number], type: string, more: PointerEventInit = {}) =>
				new PointerEvent(type, {
					bubbles: true,
					pointerId: 1,
					isPrimary: true,
					clientX: box.left + x * box.width,
					clientY: box.top + y * box.height,
					...more
				});
			const [first, ...rest] = stroke;
			const end = rest.at(-1);
			if (!first || !end) continue;
			paper.dispatchEvent(at(first, 'pointerdown'));
			const coalescedEvents = rest.map((place) => at(place, 'pointermove'));
			paper.dispatchEvent(at(end, 'pointermove', { coalescedEvents }));
			paper.dispatchEvent(at(end, 'pointerup'));
			await new Promise((resolve) => setTimeout(resolve));
		}
	}, strokes(points));

/** Draws one line with a pen, on a processor that is `slower`. */
export async function draw({ page, cdp }: Measured, slower = 4): Promise<Drawn> {
	const box = await page.locator('.paper').boundingBox();
	if (!box) throw new Error('There is no paper');
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
	await page.evaluate(() => {
		const seen = { late: [] as number[], gaps: [] as number[], stop: false };
		window.benchInk = seen;
		let [before, pending] = [0, 0];
		const frame = (now: number) => {
			if (before) seen.gaps.push(now - before);
			before = now;
			if (!seen.stop) requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
		const moved = (event: PointerEvent) => {
			if (pending) return;
			pending = event.timeStamp;
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => {
					seen.late.push(performance.now() - pending);
					pending = 0;
				};
				port2.postMessage(0);
			});
		};
		addEventListener('pointermove', moved, true);
	});
	const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: number) =>
		cdp.send('Input.dispatchMouseEvent', {
			type,
			x: box.x + box.width * (0.15 + (0.7 * at) / moves),
			y: box.y + box.height * (0.5 + 0.15 * Math.sin(at / 9)),
			button: 'left',
			buttons: type === 'mouseReleased' ? 0 : 1,
			clickCount: 1,
			pointerType: 'pen'
		});
	await mouse('mousePressed', 0);
	const began = Date.now();
	const sent: Promise<unknown>[] = [];
	for (let at = 1; at <= moves; at++) {
		const wait = began + (at * 1000) / pace - Date.now();
		if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
		sent.push(mouse('mouseMoved', at));
		if (sent.length > 30) await sent[sent.length - 31];
	}
	await Promise.all(sent);
	const drawn = await page.evaluate(() => {
		window.benchInk.stop = true;
		return { late: window.benchInk.late, gaps: window.benchInk.gaps };
	});
	await mouse('mouseReleased', moves);
	return drawn;
}

/**
 * The longest task, in ms of the processor, while a line that had gone on was kept, half a second after the pen came to rest;
 * and the same for as long without anything to keep. What other programs take of the machine is not in it.
 */
export async function stall(measured: Measured, slower = 4): Promise<{ keeping: number; idle: number }> {
	const { page, cdp } = measured;
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
	const box = await page.locator('.paper').boundingBox();
	if (!box) throw new Error('There is no paper');
	const watched = () =>
		longestTask(measured, () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200))));
	const idle = await watched();
	await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.8);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.85, { steps: 4 });
	await page.evaluate(
		() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
	);
	const keeping = await watched();
	await page.mouse.up();
	return { keeping, idle };
}
