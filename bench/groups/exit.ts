/**
 * Leaving quickly on a slow processor: from the finger on the glass, or the third Shift, to the first frame that shows nothing
 * of the child's side (the cover, or already the neutral page), on every kind of screen, in a small window and without signal.
 */
import { wordsOf } from '../../tests/fixtures/words.ts';
import { median, type Figure } from '../figure.ts';
import { measuredPage, touch, type Measured } from '../page.ts';
import { startForBench, type BenchProduct } from '../product.ts';
import { keptOnDevice } from '../../tests/fixtures/service-worker.ts';

const say = wordsOf('en');
const button = ({ page }: Measured, key: string) => page.getByRole('button', { name: say(key), exact: true });

/** Goes to the questions of a letter of its own. */
async function toQuestions(measured: Measured, product: BenchProduct): Promise<void> {
	await measured.page.goto((await product.invite()).link);
	await button(measured, 'child:first.start').click();
	await button(measured, 'player:bar.toQuestions').click();
	await measured.page.getByRole('group', { name: say('common:ways.label') }).waitFor();
}

/** How one comes to each kind of screen. */
const screens: Readonly<Record<string, (measured: Measured, product: BenchProduct) => Promise<void>>> = {
	'the first screen': async ({ page }, { origin }) => void (await page.goto(origin)),
	'a question': toQuestions,
	'a question, 400 % zoom': async (measured, product) => {
		await toQuestions(measured, product);
		await measured.cdp.send('Emulation.setDeviceMetricsOverride', {
			width: 320,
			height: 256,
			deviceScaleFactor: 4,
			mobile: true
		});
	},
	'writing, keyboard open': async (measured, product) => {
		await toQuestions(measured, product);
		await button(measured, 'common:ways.myWay').click();
		await button(measured, 'made:way.type').click();
		const field = measured.page.getByRole('main').getByRole('textbox').first();
		await field.fill('half a word');
		// What the keyboard on the screen leaves of the page.
		await measured.cdp.send('Emulation.setDeviceMetricsOverride', {
			width: 412,
			height: 420,
			deviceScaleFactor: 1.75,
			mobile: true
		});
		await field.focus();
	},
	'the menu': async (measured, product) => {
		await toQuestions(measured, product);
		await button(measured, 'player:bar.menu').click();
	},
	'the pictures of a code': async (measured, { origin }) => {
		await measured.page.goto(origin);
		await measured.page.locator('[data-tap="places"] button').click();
		await measured.page.locator('main .card').first().click();
		await measured.page.locator('main .grid button').first().waitFor();
	},
	'a question without signal': async (measured, product) => {
		await toQuestions(measured, product);
		await keptOnDevice(measured.page);
		await measured.page.context().setOffline(true);
	}
};

declare global {
	interface Window {
		/** Tells when something neutral was painted: milliseconds since 1970. */
		benchNeutral: (at: number) => void;
		benchPressed: (at: number) => void;
	}
}

/** Milliseconds from the press to the first neutral frame, by `hand`. */
async function leaves(product: BenchProduct, screen: string, hand: 'touch' | 'Shift'): Promise<number> {
	const measured = await measuredPage();
	const { page } = measured;
	try {
		let pressed = NaN;
		const neutral = new Promise<number>((resolve) => {
			void page.exposeBinding('benchNeutral', (_, at: number) => resolve(at));
		});
		await page.exposeBinding('benchPressed', (_, at: number) => (pressed = at));
		await page.addInitScript(() => {
			const told = (at: number) => window.benchNeutral(performance.timeOrigin + at);
			if (location.pathname === '/neutral')
				new PerformanceObserver((list) => {
					for (const { name, startTime } of list.getEntries())
						if (name === 'first-contentful-paint') told(startTime);
				}).observe({ type: 'paint', buffered: true });
			const press = (event: Event) => {
				window.benchPressed(performance.timeOrigin + event.timeStamp);
				// Asked for before the product asks for the same frame: its message comes after the frame was made, and before going
				// takes this page and what it would tell away.
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => {
						if (document.getElementById('cover')) told(performance.now());
					};
					port2.postMessage(0);
				});
			};
			addEventListener('pointerup', press, true);
			addEventListener('keydown', press, true);
		});
		await screens[screen]?.(measured, product);
		await page.waitForTimeout(800);
		if (hand === 'Shift') for (const _ of [1, 2, 3]) await page.keyboard.press('Shift');
		else {
			const box = await button(measured, 'common:leaveQuickly').first().boundingBox();
			if (!box) throw new Error(`No way out on ${screen}`);
			await touch(measured, box);
		}
		const at = await Promise.race([
			neutral,
			new Promise<number>((resolve) => setTimeout(() => resolve(NaN), 10_000))
		]);
		return at - pressed;
	} finally {
		await measured.close();
	}
}

/** Measures `rounds` leavings from each screen, by finger and by keyboard. */
export async function measure(rounds: number): Promise<Figure[]> {
	const product = await startForBench();
	const figures: Figure[] = [];
	try {
		for (const screen of Object.keys(screens))
			for (const hand of ['touch', 'Shift'] as const) {
				const took: number[] = [];
				for (let round = 0; round < rounds; round++) took.push(await leaves(product, screen, hand));
				const worst = Math.max(...took);
				figures.push({
					name: `${screen}, ${hand}`,
					value: Number.isNaN(worst) ? NaN : worst,
					unit: 'ms',
					target: 100,
					note: `worst of ${rounds}, median ${median(took).toFixed(0)}`
				});
			}
	} finally {
		await product.stop();
	}
	return figures;
}
