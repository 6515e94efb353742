/**
 * Opening a hundred views at the desk, for the first time, with unlocked keys: from the press that opens a child's page
 * until all that this child sent has been checked and is shown. The desk opens child by child, so it is measured both
 * ways: a hundred from one child on one page, and ten from each of ten children, page after page, times added up.
 */
import type { Page } from '@playwright/test';
import type { Invited } from '../../tests/fixtures/coordinator.ts';
import { longAnswers } from '../../tests/fixtures/answers.ts';
import { ChildDevice } from '../../tests/fixtures/child.ts';
import { wordsOf } from '../../tests/fixtures/words.ts';
import { median, type Figure } from '../figure.ts';
import { measuredPage } from '../page.ts';
import { startForBench, type BenchProduct } from '../product.ts';

const say = wordsOf('en');
/** As JSON, as large as a long set of answers. */
const bytes = 20 * 1024;

/** A child of `meeting` who has sent `many` views. */
async function childWho(
	product: BenchProduct,
	meeting: Invited['meeting'],
	many: number
): Promise<{ invited: Invited; many: number }> {
	const invited = await product.authority.invite({ meeting });
	const device = await ChildDevice.enrol(product.origin, invited);
	const readers = await product.readers();
	for (let at = 0; at < many; at++) await device.send(await device.seal(longAnswers(bytes), readers));
	return { invited, many };
}

/** Signs in as the chair and unlocks, on the page of a child whose views are not counted. */
async function unlock(page: Page, product: BenchProduct, { meeting, id }: Invited): Promise<void> {
	const { authority, origin } = product;
	const { email } = authority.person('chair');
	const press = (key: string) => page.getByRole('button', { name: say(key), exact: true }).click();
	await page.goto(`${origin}/staff`);
	await page.getByLabel(say('desk:signIn.email')).fill(email);
	await page.getByLabel(say('desk:signIn.passphrase'), { exact: true }).fill(authority.state.passphrase);
	await press('desk:signIn.go');
	await page.getByRole('button', { name: say('desk:signOut') }).waitFor();
	await page.goto(`${origin}/staff/meetings/${meeting}/${id}`);
	await page.getByRole('radio', { name: say('vault:kind.passphrase') }).check({ force: true });
	await page
		.getByRole('textbox', { name: say('vault:kind.passphrase'), exact: true })
		.fill(authority.state.keyPassphrase);
	await press('vault:unlock.go');
	await page.locator('section.views').waitFor();
	await page.waitForLoadState('networkidle');
}

/** Presses the way to `child` and waits until all that they sent is shown and painted; ms. Throws where one is refused. */
async function open(page: Page, child: { invited: Invited; many: number }): Promise<number> {
	const took = await page.evaluate(
		({ id, label, many }) =>
			new Promise<number>((resolve, reject) => {
				const way = document.querySelector<HTMLElement>(`nav a[href$="/${id}"]`);
				if (!way) return reject(new Error('no way to the child'));
				const began = performance.now();
				const look = (): void => {
					if (performance.now() - began > 60_000) return reject(new Error('not all are shown'));
					const here = document.querySelector('main h1')?.textContent?.includes(label);
					const shown = here ? document.querySelectorAll('section.views').length : 0;
					if (shown < many) return void requestAnimationFrame(look);
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now() - began);
					port2.postMessage(0);
				};
				way.click();
				requestAnimationFrame(look);
			}),
		{ id: child.invited.id, label: child.invited.label, many: child.many }
	);
	const proven = await page.getByRole('heading', { name: say('inbox:unchanged') }).count();
	if (proven !== child.many) throw new Error(`${proven} of ${child.many} were opened and proven`);
	await page.waitForLoadState('networkidle');
	return took;
}

/** One round: a new meeting, so that nothing in it was opened before. */
async function once(product: BenchProduct): Promise<{ one: number; ten: number }> {
	const meeting = await product.authority.meeting();
	const first = await childWho(product, meeting, 1);
	const alone = await childWho(product, meeting, 100);
	const ten: Awaited<ReturnType<typeof childWho>>[] = [];
	for (let at = 0; at < 10; at++) ten.push(await childWho(product, meeting, 10));
	const measured = await measuredPage({ slower: 1, desk: true });
	try {
		await unlock(measured.page, product, first.invited);
		let sum = 0;
		for (const child of ten) sum += await open(measured.page, child);
		return { ten: sum, one: await open(measured.page, alone) };
	} finally {
		await measured.close();
	}
}

/** Measures `rounds` meetings. */
export async function measure(rounds: number): Promise<Figure[]> {
	const product = await startForBench();
	const seen: { one: number; ten: number }[] = [];
	try {
		for (let round = 0; round < rounds; round++) seen.push(await once(product));
	} finally {
		await product.stop();
	}
	const seconds = (of: 'one' | 'ten') => median(seen.map((round) => round[of])) / 1000;
	return [
		{ name: 'open 100 views of ten children', value: seconds('ten'), unit: 's', target: 3 },
		{ name: 'open 100 views of one child', value: seconds('one'), unit: 's', target: 3 }
	];
}
