/** The screens of the locks, examined as they come, in every chosen setting: choosing, places, pictures, pad, resting. */
import type { Page } from '@playwright/test';
import type { VersionId } from '../../src/lib/journey/version.ts';
import { ChildPage } from '../e2e/pages/child.ts';
import { LockPage } from '../e2e/pages/lock.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from './axe.ts';
import { expectFits, expectStill } from './fit.ts';
import { deviceFor, settings } from './settings.ts';
import { expectTargets } from './targets.ts';

async function examine(page: Page, look: VersionId, where: string): Promise<void> {
	// The clips of a page that was just loaded come after it, and with them a button above the heading: axe finds a heading by
	// where it stands, and loses one that moves meanwhile.
	await page.locator('[data-hears]').first().waitFor();
	await expectAccessible(page, where);
	await expectTargets(page, look, where);
	await expectStill(page, where);
	await expectFits(page, where);
}

const code = ['heart', 'car', 'key', 'pen'] as const;

for (const { look, locale, theme, size } of settings) {
	const name = `${look}, ${locale}, ${theme}, ${size}`;
	test(`locks: ${name}`, async ({ visit, authority }) => {
		const page = await visit(deviceFor(theme, size));
		const invited = await authority.invite({ look, locale });
		const child = new ChildPage(page, { look, locale });
		const lock = new LockPage(child);
		await child.open(invited.link);
		await child.press('player:bar.menu');
		await child.act(() => child.press('player:menu.lock'));
		for (const kind of ['none', 'guarded', 'post-box', 'picture'] as const) {
			await child.press(`lock:kind.${kind}.name`);
			await examine(page, look, `choosing ${kind}, ${name}`);
		}
		await child.act(() => child.press('common:next'));
		await examine(page, look, `new code, ${name}`);
		await lock.pressCode(code);
		await expect(child.title).toHaveText(child.say('lock:new.again'));
		await lock.pressCode(code);
		await expect(child.title).toHaveText(/: /);
		await examine(page, look, `the place, ${name}`);
		const place = (await child.title.innerText()).split(': ').at(-1) ?? '';
		await child.press('common:next');
		await child.press('player:menu.putAway');
		await examine(page, look, `put away with pictures, ${name}`);
		await child.press('player:putAway.yes');
		await expect(page.locator('[data-tap="places"]')).toBeVisible();
		await page.locator('[data-tap="places"] button').click();
		await expect(child.title).toHaveText(child.say('lock:places.title'));
		// Nobody is known here: everybody gets the largest.
		await examine(page, '4-7', `places, ${name}`);
		await page.getByRole('main').getByRole('button', { name: place, exact: true }).click();
		await examine(page, '4-7', `pictures, ${name}`);
		await lock.pressCode(code.toReversed());
		await expect(child.title).toHaveText(child.say('lock:pad.title'));
		await examine(page, '4-7', `pad, ${name}`);
	});
}
