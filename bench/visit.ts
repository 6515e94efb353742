/**
 * One first visit to a page, watched or tapped. Owns what "painted", "blocked" and "usable" mean here.
 *
 * Usable: the page takes a tap on its first button (something changes, or it begins to go elsewhere) and that one tap
 * leads on to the next screen. Taps come from the moment the button stands there, twenty a second, as an impatient child's.
 */
import { measuredPage, touch } from './page.ts';

/** A page to visit: its address, the words of its first button, and how to see that the next screen is there. */
export interface Place {
	readonly url: string;
	readonly button: string;
	/** Evaluated on the page: whether the first screen has been left behind. */
	readonly isNext: (button: string) => boolean;
}

/** What a visit without a touch shows. Times in ms from the start of the navigation, bytes over the line. */
export interface Watched {
	readonly largestPaint: number;
	readonly blocked: number;
	readonly bytes: number;
}

interface Watch {
	paints: number[];
	tasks: { at: number; long: number }[];
	first: number;
}
declare global {
	interface Window {
		benchWatch: Watch;
		benchTaps: { at: number; answered: boolean }[];
		benchButton: () => { x: number; y: number; width: number; height: number } | null;
		benchStands: (seen: boolean) => void;
		benchLeaves: (at: number) => void;
	}
}

/** Visits `place` and touches nothing until all is quiet. Blocking: what tasks after the first paint have over 50 ms. */
export async function watch(place: Place): Promise<Watched> {
	const measured = await measuredPage();
	try {
		await measured.page.addInitScript(() => {
			const seen: Watch = { paints: [], tasks: [], first: Infinity };
			window.benchWatch = seen;
			const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
				new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
			observe('largest-contentful-paint', (entry) => seen.paints.push(entry.startTime));
			observe('longtask', (entry) => seen.tasks.push({ at: entry.startTime, long: entry.duration }));
			observe('paint', (entry) => (seen.first = Math.min(seen.first, entry.startTime)));
		});
		await measured.page.goto(place.url, { waitUntil: 'load' });
		await measured.page.waitForLoadState('networkidle');
		await measured.page.waitForTimeout(1500);
		const seen = await measured.page.evaluate(() => window.benchWatch);
		const after = seen.tasks.filter(({ at, long }) => at + long > seen.first);
		return {
			largestPaint: seen.paints.at(-1) ?? NaN,
			blocked: after.reduce((sum, { long }) => sum + Math.max(0, long - 50), 0),
			bytes: measured.bytes()
		};
	} finally {
		await measured.close();
	}
}

/** When the page was usable, in ms from the start of the navigation, and the bytes that had come by then. */
export async function tapThrough(place: Place): Promise<{ usable: number; bytes: number }> {
	const measured = await measuredPage();
	const { page } = measured;
	try {
		let left: number | null = null;
		const stands = new Promise<void>((resolve) => {
			void page.exposeBinding('benchStands', () => resolve());
		});
		await page.exposeBinding('benchLeaves', (_, at: number) => (left ??= at));
		await page.addInitScript((words: string) => {
			let down = 0;
			window.benchTaps = [];
			window.benchButton = () => {
				const buttons = [...document.querySelectorAll('button, a')];
				const box = buttons
					.find((one) => (one as HTMLElement).innerText.trim() === words)
					?.getBoundingClientRect();
				return box && box.width > 0 ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
			};
			const look = () => (window.benchButton() ? window.benchStands(true) : requestAnimationFrame(look));
			requestAnimationFrame(look);
			addEventListener('pointerdown', (event) => (down = event.timeStamp), true);
			addEventListener(
				'click',
				() => {
					const tap = { at: down, answered: false };
					window.benchTaps.push(tap);
					const seen = new MutationObserver(() => (tap.answered = true));
					seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
					requestAnimationFrame(() => requestAnimationFrame(() => seen.disconnect()));
				},
				true
			);
			window.navigation.addEventListener('navigate', (event) => {
				if (down > 0 && !event.hashChange) window.benchLeaves(down);
			});
		}, place.button);
		await page.goto(place.url, { waitUntil: 'commit' });
		await stands;
		for (const until = Date.now() + 30_000; Date.now() < until;) {
			const box = await page.evaluate(() => window.benchButton()).catch(() => null);
			if (box) await touch(measured, box);
			await page.waitForTimeout(50);
			const answered = await page
				.evaluate(() => window.benchTaps.find((tap) => tap.answered)?.at ?? null)
				.catch(() => left);
			const at = left ?? answered;
			if (at === null) continue;
			const bytes = measured.bytes();
			const leads = await page
				.waitForFunction(place.isNext, place.button, { timeout: 5000 })
				.then(() => true)
				.catch(() => false);
			if (leads) return { usable: at, bytes };
			// Something moved by chance and the tap was lost: forget it and go on tapping.
			await page.evaluate(() => (window.benchTaps = []));
		}
		return { usable: NaN, bytes: NaN };
	} finally {
		await measured.close();
	}
}
