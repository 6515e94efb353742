/**
 * Both promises in each version and language, and by each hand: an advocate asked for, and "I am not safe" sent, until the server's
 * signed receipt is there. What comes of them is walked in `asking.spec.ts`.
 */
import { localeIds, versionIds } from '../../src/lib/journey/version.ts';
import { expect, test } from '../fixtures/test.ts';
import { AskingPage } from './pages/asking.ts';
import { ChildPage } from './pages/child.ts';
import { keyboard, oneSwitch, pointer, twoSwitches } from './pages/hand.ts';
import { bySwitches } from './pages/switches.ts';

/** Asks for both, one after the other, from the first question. */
async function askBoth(asking: AskingPage): Promise<void> {
	const { child } = asking;
	await child.toQuestions();
	await asking.openAdvocate();
	const first = await asking.sending(() => child.press('asking:advocate.ask'));
	await asking.expectAt('advocate', 'arrived');
	await child.press('asking:now.close');
	await asking.openNotSafe();
	await expect(child.page.getByRole('main')).toContainText('999');
	await child.press('asking:unsafe.go');
	await expect(asking.text(asking.voiced('unsafe.before.notYet'))).toBeVisible();
	const second = await asking.sending(() => child.press('asking:unsafe.send'));
	await asking.expectAt('not-safe', 'arrived');
	await expect(child.page.getByRole('main')).toContainText('999');
	expect(second).not.toBe(first);
}

for (const [row, look] of versionIds.entries())
	for (const [column, locale] of localeIds.entries()) {
		const hand = (row + column) % 2 ? keyboard : pointer;
		test(`both: ${look} in ${locale}, by ${hand.by}`, async ({ page, authority }) => {
			const child = new ChildPage(page, { look, locale, hand });
			await child.open((await authority.invite({ look, locale })).link);
			await askBoth(new AskingPage(child, look));
		});
	}

for (const [hand, look, locale] of [
	[oneSwitch, '8-11', 'en'],
	[twoSwitches, 'easy', 'cy']
] as const)
	test(`both: ${look} in ${locale}, by ${hand === oneSwitch ? 'one switch' : 'two switches'}`, async ({
		page,
		authority
	}) => {
		test.slow();
		const { child } = await bySwitches(page, authority, { look, locale, hand });
		await askBoth(new AskingPage(child, look));
	});
