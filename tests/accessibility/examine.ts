/** Everything that is looked for on one screen of the child's side: axe-core, targets, stillness, fit. */
import type { Page } from '@playwright/test';
import type { VersionId } from '../../src/lib/journey/version.ts';
import { expectAccessible } from './axe.ts';
import { expectFits, expectStill } from './fit.ts';
import { expectTargets } from './targets.ts';

/** Expects the screen that `page` shows to be good for `look`; `where` stands in the messages. */
export async function examine(page: Page, look: VersionId, where: string): Promise<void> {
	// The clips of a page that was just loaded come after it, and with them a button above the heading: axe finds a heading by
	// where it stands, and loses one that moves meanwhile.
	if ((await page.locator('main #asked').count()) > 0) await page.locator('[data-hears]').first().waitFor();
	await expectAccessible(page, where);
	await expectTargets(page, look, where);
	await expectStill(page, where);
	await expectFits(page, where);
}
