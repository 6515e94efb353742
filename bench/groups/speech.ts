/**
 * Reading aloud: how much of what a child meets has a clip, what one journey weighs, and how long after a tap on "listen"
 * the first clip sounds, on a slow processor, with the clips on the device.
 */
import { versionIds } from '../../src/lib/journey/version.ts';
import { voiceOf } from '../../src/lib/player/voice.ts';
import { narrationKept } from '../../tests/fixtures/narration.ts';
import { wordsOf } from '../../tests/fixtures/words.ts';
import { bankFile, banksOf } from '../../tools/narration/banks.ts';
import { readMade } from '../../tools/narration/manifest.ts';
import { spokenLocales, voices } from '../../tools/narration/texts.ts';
import { staleClips, wantedClips } from '../../tools/narration/wanted.ts';
import { median, percentile, type Figure } from '../figure.ts';
import { measuredPage, touch } from '../page.ts';
import { startForBench } from '../product.ts';

declare global {
	interface Window {
		/** Since the finger touched the glass until sound came, in ms, one for each tap. */
		benchHeard: number[];
	}
}

const say = wordsOf('en');

/** Coverage and weight of one language. */
function ofLanguage(locale: string): Figure[] {
	const wanted = wantedClips(locale) ?? [];
	const there = wanted.length - staleClips(locale).length;
	const weights = new Map(banksOf(locale).map((bank) => [bank.name, bankFile(bank).length]));
	const whole = [...weights].flatMap(([name, bytes]) => {
		const version = versionIds.find((each) => name.endsWith(`-${each}`));
		const around = version && weights.get(`${locale}/around-${voiceOf(version)}`);
		return around ? [{ name, bytes: bytes + around }] : [];
	});
	const besides = Math.max(...voices.map((voice) => weights.get(`${locale}/beside-${voice}`) ?? 0));
	const heaviest = whole.reduce((most, one) => (one.bytes > most.bytes ? one : most), { name: '', bytes: 0 });
	const human = [...readMade(locale).clips.values()].filter(({ spoken }) => spoken === 'human').length;
	return [
		{
			name: `${locale}: texts without their clip`,
			value: wanted.length - there,
			unit: '',
			target: 0,
			note: `${there} clips, ${human} by people`
		},
		{
			name: `${locale}: heaviest journey and version`,
			value: heaviest.bytes / 1e6,
			unit: 'MB',
			target: 1.5,
			note: `${heaviest.name}, with the screens around it; what opens beside it comes later, at most ${(besides / 1e6).toFixed(2)} MB`
		}
	];
}

/** How long taps on "listen" wait for sound, in ms. */
async function starts(rounds: number): Promise<readonly number[]> {
	const product = await startForBench();
	const measured = await measuredPage();
	const { page } = measured;
	try {
		await page.addInitScript(() => {
			window.benchHeard = [];
			let down = NaN;
			addEventListener('pointerdown', (event) => (down = event.timeStamp), true);
			const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')
				?.value as () => Promise<void>;
			HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
				this.addEventListener(
					'playing',
					() => {
						if (!Number.isNaN(down)) window.benchHeard.push(performance.now() - down);
						down = NaN;
					},
					{ once: true }
				);
				return play.call(this);
			};
		});
		await page.goto((await product.invite()).link);
		await page.getByRole('button', { name: say('child:first.start'), exact: true }).click();
		const listen = page.getByRole('button', { name: say('speech:listen'), exact: true });
		await listen.waitFor();
		// Everything is on the device and quiet before the first tap.
		await narrationKept(page);
		for (let tap = 1; tap <= rounds * 4; tap++) {
			await page.getByRole('button', { name: say('player:bar.menu'), exact: true }).click();
			await page.getByRole('button', { name: say('player:menu.settings'), exact: true }).click();
			await listen.waitFor();
			await page.waitForTimeout(700);
			const box = await listen.boundingBox();
			if (!box) throw new Error('"Listen" is not there');
			await touch(measured, box);
			await page.waitForFunction((count) => window.benchHeard.length === count, tap);
			await page.getByRole('button', { name: say('player:settings.done'), exact: true }).click();
			await page.waitForTimeout(300);
		}
		return await page.evaluate(() => window.benchHeard);
	} finally {
		await measured.close();
		await product.stop();
	}
}

/** Measures `rounds` times four taps. */
export async function measure(rounds: number): Promise<Figure[]> {
	const heard = await starts(rounds);
	const all = spokenLocales().reduce(
		(sum, locale) =>
			sum + [...readMade(locale).clips.values()].reduce((bytes, clip) => bytes + clip.bytes, 0),
		0
	);
	return [
		{
			name: 'a tap until sound, from the device',
			value: median(heard),
			unit: 'ms',
			target: 100,
			note: `p95 ${percentile(heard, 0.95).toFixed(0)} ms, ${heard.length} taps, processor slowed 4×`
		},
		...spokenLocales().flatMap(ofLanguage),
		{ name: 'all clips in the repository', value: all / 1e6, unit: 'MB', target: 25 }
	];
}
