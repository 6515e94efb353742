/**
 * `npm run picture`: makes the README's picture anew, from the product as it runs: an invented child of the youngest version, at
 * the first question, on a tablet held wide.
 */
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { Authority, makeAuthority } from '../tests/fixtures/authority.ts';
import { newFolder, startProduct } from '../tests/fixtures/product.ts';
import { wordsOf } from '../tests/fixtures/words.ts';
import { findChromium } from './machine/chromium.mjs';

const root = join(import.meta.dirname, '..');
const picture = join(root, 'docs/question.png');
const say = wordsOf('en');

/** From the letter to the first question, with its pictures there and nothing pressed. */
async function toQuestion(page: Page, link: string): Promise<void> {
	const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
	await page.goto(link);
	await button('child:first.start').click();
	await button('player:bar.toQuestions').click();
	await page.getByRole('group', { name: say('common:ways.label') }).waitFor();
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => document.fonts.ready);
	// The pointer rests on nothing and the focus is where a child's would be: nowhere.
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
}

await build({ root, logLevel: 'warn' });
const folder = newFolder();
await makeAuthority(folder);
const product = await startProduct(folder);
const browser = await chromium.launch({
	executablePath: findChromium() ?? '',
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
try {
	const { link } = await new Authority(product.origin, folder).invite({ look: '4-7' });
	const page = await browser.newPage({ viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' });
	await toQuestion(page, link);
	await page.screenshot({ path: picture });
	process.stdout.write(`${picture}\n`);
} finally {
	await browser.close();
	await product.stop();
}
