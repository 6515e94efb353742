/**
 * A page under measure: a browser with a fresh profile, a slow processor, and what happens on the page written down.
 * Owns launching, throttling, counting bytes and reading the browser's own timings.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';

/** A cheap phone: what the figures are about. */
const phone = {
	viewport: { width: 412, height: 823 },
	deviceScaleFactor: 1.75,
	isMobile: true,
	hasTouch: true
};

const path = process.env['CHROMIUM_PATH'];

/** A page in a browser of its own, with its wire to the browser's own tools. */
export interface Measured {
	readonly page: Page;
	readonly cdp: CDPSession;
	/** Bytes that have come over the line so far. */
	readonly bytes: () => number;
	/** Bytes of what was fetched alone, compressed as it came, without headers. */
	readonly bodies: () => number;
	readonly close: () => Promise<void>;
}

/** A new browser with an empty profile; its processor is `slower` times slower than this machine's. */
export async function measuredPage({ slower = 4, desk = false } = {}): Promise<Measured> {
	const folder = mkdtempSync(join(tmpdir(), 'my-say-bench-'));
	const context = await chromium.launchPersistentContext(folder, {
		...(path ? { executablePath: path } : {}),
		// Software raster, as on the cheapest devices.
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-extensions'],
		...(desk ? { viewport: { width: 1366, height: 768 } } : phone)
	});
	const page = context.pages()[0] ?? (await context.newPage());
	const cdp = await context.newCDPSession(page);
	let bodies = 0;
	let headers = 0;
	await cdp.send('Network.enable');
	cdp.on('Network.dataReceived', (part) => (bodies += part.encodedDataLength));
	cdp.on('Network.responseReceived', ({ response }) => (headers += response.encodedDataLength));
	if (slower > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
	return {
		page,
		cdp,
		bytes: () => bodies + headers,
		bodies: () => bodies,
		close: async () => {
			await context.close();
			rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
		}
	};
}

/** A real touch in the middle of `box`. */
export async function touch(
	{ cdp }: Measured,
	box: { x: number; y: number; width: number; height: number }
): Promise<void> {
	const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
	await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
