/** Signing and sealing a view of 20 KB on a slow processor, the first time in a fresh page, as when a child sends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { median, type Figure } from '../figure.ts';
import { measuredPage } from '../page.ts';
import { serveFolder } from '../static.ts';

/** Builds the page as production is built. */
async function buildPage(out: string): Promise<void> {
	await build({
		root: join(import.meta.dirname, '../pages'),
		configFile: false,
		logLevel: 'warn',
		build: {
			outDir: out,
			emptyOutDir: true,
			target: 'es2022',
			rollupOptions: { input: join(import.meta.dirname, '../pages/seal.html') }
		}
	});
}

/** Measures `rounds` fresh pages. */
export async function measure(rounds: number): Promise<Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'my-say-bench-seal-'));
	await buildPage(folder);
	const server = await serveFolder(folder);
	const seen: { took: number; longest: number }[] = [];
	try {
		for (let round = 0; round < rounds; round++) {
			const measured = await measuredPage();
			await measured.page.goto(`${server.url}/seal.html`);
			await measured.page.waitForFunction(() => document.title === 'ready');
			seen.push(await measured.page.evaluate(() => window.benchSeal()));
			await measured.close();
		}
	} finally {
		server.close();
		rmSync(folder, { recursive: true, force: true });
	}
	return [
		{ name: 'seal a view of 20 KB', value: median(seen.map(({ took }) => took)), unit: 'ms', target: 100 },
		{
			name: 'longest task while sealing',
			value: Math.max(...seen.map(({ longest }) => longest)),
			unit: 'ms',
			target: 50,
			note: 'none over 50 ms is reported as 0'
		}
	];
}
