/**
 * Cold starts without any network: a browser that was ended and started again on its profile, a slow processor, until the first
 * screen stands painted with its button; beside the plain page with a service worker of ten lines, in the same run.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { wordsOf } from '../../tests/fixtures/words.ts';
import { median, type Figure } from '../figure.ts';
import { startForBench } from '../product.ts';
import { serveFolder } from '../static.ts';
import { keptOnDevice } from '../../tests/fixtures/service-worker.ts';

const say = wordsOf('en');

/** The plain page with the least worker that makes it start without network. */
function plainWithWorker(): string {
	const folder = mkdtempSync(join(tmpdir(), 'my-say-plain-sw-'));
	cpSync(join(import.meta.dirname, '../plain'), folder, { recursive: true });
	const page = join(folder, 'index.html');
	const script = `<script>navigator.serviceWorker.register('/sw.js')</script></body>`;
	writeFileSync(page, readFileSync(page, 'utf8').replace('</body>', script));
	const all = ['/', '/happy.svg', '/all-right.svg', '/sad.svg', '/angry.svg'];
	writeFileSync(
		join(folder, 'sw.js'),
		`const all = ${JSON.stringify(all)};
addEventListener('install', (event) => event.waitUntil(caches.open('a').then((cache) => cache.addAll(all))));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) =>
	event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)))
);`
	);
	return folder;
}

/** A browser on `profile`; `visit` is given its page. */
async function withBrowser<Seen>(profile: string, visit: (page: Page) => Promise<Seen>): Promise<Seen> {
	const path = process.env['CHROMIUM_PATH'];
	const context = await chromium.launchPersistentContext(profile, {
		...(path ? { executablePath: path } : {}),
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-extensions'],
		viewport: { width: 412, height: 823 },
		deviceScaleFactor: 1.75,
		isMobile: true,
		hasTouch: true
	});
	try {
		return await visit(context.pages()[0] ?? (await context.newPage()));
	} finally {
		await context.close();
	}
}

/** Visits `url` once with network (`begin` does what a child does), ends the browser, starts it without; ms until `stands`. */
async function coldStart(
	url: string,
	stands: string,
	begin: (page: Page) => Promise<void> = async (page) => void (await page.goto(url))
): Promise<number> {
	const profile = mkdtempSync(join(tmpdir(), 'my-say-cold-'));
	try {
		await withBrowser(profile, async (page) => {
			await begin(page);
			await keptOnDevice(page);
			await page.waitForTimeout(500);
		});
		return await withBrowser(profile, async (page) => {
			await page.context().setOffline(true);
			const cdp = await page.context().newCDPSession(page);
			await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
			await page.goto(url, { waitUntil: 'commit' });
			return page.evaluate(
				(selector) =>
					new Promise<number>((resolve) => {
						const look = (): void => {
							const there = [...document.querySelectorAll(selector)].some((one) => one.checkVisibility());
							const [paint] = performance.getEntriesByName('first-contentful-paint');
							const { port1, port2 } = new MessageChannel();
							port1.onmessage = () => {
								if (!there || !paint) return void requestAnimationFrame(look);
								// What stood there at the first paint was there then; what came later is timed now.
								const marked = (window as { benchEarly?: boolean }).benchEarly !== false;
								resolve(marked ? paint.startTime : performance.now());
							};
							if (!there && paint) (window as { benchEarly?: boolean }).benchEarly = false;
							port2.postMessage(0);
						};
						look();
					}),
				stands
			);
		});
	} finally {
		rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
	}
}

/** Measures `rounds` cold starts of each, in turn. */
export async function measure(rounds: number): Promise<Figure[]> {
	const product = await startForBench();
	const folder = plainWithWorker();
	const plain = await serveFolder(folder);
	const [first, question, limit]: [number[], number[], number[]] = [[], [], []];
	try {
		for (let round = 0; round < rounds; round++) {
			limit.push(await coldStart(plain.url, 'label'));
			first.push(await coldStart(product.origin, '[data-tap="start"] button'));
			const { link } = await product.invite();
			question.push(
				await coldStart(product.origin, '[aria-labelledby="asked"] button', async (page) => {
					await page.goto(link);
					for (const key of ['child:first.start', 'player:bar.toQuestions'])
						await page.getByRole('button', { name: say(key), exact: true }).click();
					await page.getByRole('group', { name: say('common:ways.label') }).waitFor();
				})
			);
		}
	} finally {
		plain.close();
		rmSync(folder, { recursive: true, force: true });
		await product.stop();
	}
	const [ours, open, least] = [median(first), median(question), median(limit)];
	return [
		{
			name: 'cold start offline, to plain with a worker',
			value: ours / least,
			unit: '×',
			target: 2,
			note: `${ours.toFixed(0)} to ${least.toFixed(0)} ms; back in the middle of a journey ${open.toFixed(0)} ms`
		}
	];
}
