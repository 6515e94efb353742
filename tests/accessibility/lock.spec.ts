/** The screens of the locks, examined as they come, in every chosen setting: choosing, places, pictures, pad, resting. */
import { ChildPage } from '../e2e/pages/child.ts';
import { LockPage } from '../e2e/pages/lock.ts';
import { expect, test } from '../fixtures/test.ts';
import { examine } from './examine.ts';
import { deviceFor, settings } from './settings.ts';

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
