/**
 * The browser killed while a child draws, again and again, in the middle of a line and between lines: what they had drawn is
 * there, but for the last of it. Three rounds in every run, a hundred in the full one, in four shares.
 */
import { type LaunchOptions, type Page } from '@playwright/test';
import type { Item } from '../../src/lib/drawing/picture-model.ts';
import { isFull } from '../fixtures/full.ts';
import { expect, test } from '../fixtures/test.ts';
import { Profile } from '../fixtures/profile.ts';
import { ChildPage } from './pages/child.ts';
import { StudioPage, type Place } from './pages/studio.ts';

const rounds = isFull ? 25 : 3;
const shares = isFull ? [1, 2, 3, 4] : [1];

/** Ink that may be missing, in milliseconds of drawing (docs/threat-model.md). */
const mostMissing = 2000;

/** Points on a row of the paper, and rows: each point of a round is another. */
const [inRow, rows] = [50, 12];
const placeOf = (at: number): Place => [
	0.06 + (0.88 * (at % inRow)) / inRow,
	0.06 + (0.88 * (Math.floor(at / inRow) % rows)) / rows
];

/** Where a stroke ends, as shares of a paper of 4,000 × 3,000. */
function endOf(item: Item | undefined): Place {
	if (item?.kind !== 'stroke') return [NaN, NaN];
	const sum = (from: 0 | 1) => item.points.reduce((all, one, at) => (at % 2 === from ? all + one : all), 0);
	return [sum(0) / 4000, sum(1) / 3000];
}

/** Draws until the browser is gone: when each point had been handed to it. Lifts after every `lift` points. */
async function drawOn(studio: StudioPage, lift: number, gone: () => boolean): Promise<number[]> {
	const { mouse } = studio.page;
	const box = await studio.paper.boundingBox();
	if (!box) throw new Error('There is no paper');
	const drawn: number[] = [];
	try {
		while (!gone() && drawn.length < inRow * rows) {
			const [across, down] = placeOf(drawn.length);
			await mouse.move(box.x + across * box.width, box.y + down * box.height);
			if (drawn.length % lift === 0) await mouse.down();
			drawn.push(Date.now());
			if (drawn.length % lift === 0) await mouse.up();
			// About as often as a screen asks a finger where it is.
			await new Promise((resolve) => setTimeout(resolve, 8));
		}
	} catch {
		// It was killed under the pen.
	}
	return drawn;
}

/** The question with the draft as it was left, in a new browser. */
async function comeBack(page: Page, origin: string, asked: string): Promise<StudioPage> {
	const child = new ChildPage(page);
	const studio = new StudioPage(child);
	await studio.watch();
	await page.goto(origin);
	await expect(child.title).toHaveText(asked);
	return studio;
}

for (const share of shares)
	test(`killed while drawing, ${rounds} times, share ${share}: at most two seconds of ink are missing`, async ({
		launchOptions,
		authority
	}) => {
		test.setTimeout(rounds * 60_000);
		const profile = new Profile(launchOptions as LaunchOptions);
		let seed = 11 * share;
		const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
		try {
			let page = await (await profile.start()).newPage();
			await page.setViewportSize({ width: 1024, height: 768 });
			const first = new ChildPage(page);
			let studio = new StudioPage(first);
			await studio.watch();
			await first.openAtQuestions((await authority.invite()).link);
			const asked = await first.title.innerText();
			let [before, most] = [0, 0];
			for (let round = 0; round < rounds; round++) {
				await studio.open();
				let killed = 0;
				const began = Date.now();
				// In turn: one line without end, and many short ones.
				const drawing = drawOn(studio, round % 2 ? 23 : Infinity, () => killed > 0);
				await new Promise((resolve) => setTimeout(resolve, 300 + random() * 2500));
				killed = Date.now();
				await profile.kill();
				const drawn = await drawing;

				page = await (await profile.start()).newPage();
				await page.setViewportSize({ width: 1024, height: 768 });
				studio = await comeBack(page, authority.origin, asked);
				await studio.open();
				const items = (await studio.found())?.pages[0]?.items ?? [];
				expect(items.length, `round ${round}: what was there before is there`).toBeGreaterThanOrEqual(before);
				const [across, down] = endOf(items.length > before ? items.at(-1) : undefined);
				const last = drawn.findLastIndex(
					(_, at) => Math.hypot(placeOf(at)[0] - across, placeOf(at)[1] - down) < 0.005
				);
				expect(last, `round ${round}: something of it is there`).toBeGreaterThanOrEqual(
					killed - began > mostMissing ? 0 : -1
				);
				const missing = killed - (drawn[last] ?? began);
				expect(missing, `round ${round}: milliseconds of ink that are missing`).toBeLessThan(mostMissing);
				before = items.length;
				most = Math.max(most, missing);
				await studio.child.act(() => studio.child.press('made:talk.done'));
				await studio.child.act(() => studio.child.press('player:myWay.keep'));
			}
			process.stdout.write(`Ink lost: ${most} ms at most, in ${rounds} rounds\n`);
		} finally {
			await profile.remove();
		}
	});
