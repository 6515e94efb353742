/** A child who uses switches, at a letter that is open: somebody with a finger has set them up. */
import type { Page } from '@playwright/test';
import type { LocaleId, VersionId } from '../../../src/lib/journey/version.ts';
import type { Authority } from '../../fixtures/authority.ts';
import { ChildPage } from './child.ts';
import { twoSwitches, type Hand } from './hand.ts';

/** A letter that is open, and switches that somebody with a finger has set up. */
export async function bySwitches(
	page: Page,
	authority: Authority,
	{
		look,
		locale = 'en',
		hand,
		journey = null
	}: { look: VersionId; locale?: LocaleId; hand: Hand; journey?: string | null }
) {
	const invited = await authority.invite({ look, locale, ...(journey === null ? {} : { journey }) });
	const helper = new ChildPage(page, { look, locale });
	await helper.open(invited.link);
	await helper.press('player:bar.menu');
	await helper.press('player:menu.settings');
	await helper.press('access:parts.switching');
	const two = hand === twoSwitches;
	await helper.choose('access:scan.label', `access:scan.way.${two ? 'two' : 'auto'}`);
	await helper.choose('access:scan.ignore', 'access:scan.none');
	// Long enough for a test on a busy machine to press what it has seen lit.
	if (!two) await helper.choose('access:scan.every', 'access:scan.seconds', { value: 1 });
	const child = new ChildPage(page, { look, locale, hand });
	await child.press('player:settings.done');
	return { invited, child };
}
