/**
 * Every screen of a child's whole way, examined as it comes: axe-core, targets, fit, stillness. Each version, language and
 * theme comes up in the short run; all of them with each other in the full one.
 */
import type { Page } from '@playwright/test';
import { ChildPage, written } from '../e2e/pages/child.ts';
import type { Authority } from '../fixtures/authority.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from './axe.ts';
import { examine } from './examine.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';
import { deviceFor, settings, type Setting } from './settings.ts';
import { expectSpoken } from './spoken.ts';

/** Examines a screen, and looks whether all of it can be heard. */
const seeing =
	(
		page: Page,
		authority: Authority,
		{ look, locale }: Pick<Setting, 'look' | 'locale'>,
		more: readonly string[] = []
	) =>
	async (where: string) => {
		await examine(page, look, where);
		const names = [
			authority.person('chair').name,
			authority.person('deputy').name,
			written(locale),
			'Jo',
			'Brook County (demonstration)',
			...more
		];
		await expectSpoken(page, { look, locale, journey: 'review-conference', names }, where);
	};

for (const { look, locale, theme, size } of settings) {
	const name = `${look}, ${locale}, ${theme}, ${size}`;
	test(`the whole way: ${name}`, async ({ visit, authority }) => {
		test.setTimeout(300_000);
		const page = await visit(deviceFor(theme, size));
		const invited = await authority.invite({ look, locale });
		const child = new ChildPage(page, { look, locale });
		const seen = seeing(page, authority, { look, locale });
		await page.goto(invited.link);
		await seen(`first screen, ${name}`);
		await child.open(invited.link);
		for (const screen of ['readers', 'look', 'who', 'device', 'face']) {
			await seen(`${screen}, ${name}`);
			await child.next();
		}
		do await seen(`${await child.title.innerText()}, ${name}`);
		while (await child.step());
		await child.next();
		await seen(`signing, ${name}`);
		await page.getByRole('textbox', { name: child.say('player:sign.nameLabel') }).fill('Jo');
		await child.next();
		await seen(`sending, ${name}`);
		await child.press('player:send.send');
		await child.expectArrived(authority.person('chair').name);
		await seen(`sent, ${name}`);
	});

	test(`everything that opens over a screen: ${name}`, async ({ visit, authority }) => {
		test.setTimeout(180_000);
		const page = await visit(deviceFor(theme, size));
		const meeting = await authority.meeting();
		// Who comes and where it is have no clips: a coordinator has written them.
		const written = await authority.say(meeting);
		const invited = await authority.invite({ look, locale, meeting });
		const child = new ChildPage(page, { look, locale });
		const seen = seeing(page, authority, { look, locale }, written);
		await child.openAtQuestions(invited.link);
		if (await child.button('player:topics.send').isVisible()) await child.fromTopics();
		const asked = await child.title.innerText();
		const again = async () => {
			await page.reload();
			// The first screen has some of the same buttons: only the question is the way back.
			await expect(child.title).toHaveText(asked);
		};
		for (const open of ['common:ways.myWay', 'common:getAdvocate', 'player:bar.menu']) {
			await child.act(() => child.press(open));
			await seen(`${open}, ${name}`);
			await again();
		}
		for (const open of ['unsafe', 'putAway', 'settings', 'readers', 'meeting', 'rehearsal', 'helper']) {
			await child.act(() => child.press('player:bar.menu'));
			await child.act(() => child.press(`player:menu.${open}`));
			await seen(`${open}, ${name}`);
			// For the young it is one thing on each page.
			if (open === 'meeting')
				while (!(await child.button('player:close').isVisible())) {
					await child.next();
					await seen(`${open}: ${await child.title.innerText()}, ${name}`);
				}
			if (open === 'settings')
				for (const part of ['colours', 'heard', 'spoken', 'pressing', 'switching']) {
					await child.press(`access:parts.${part}`);
					await seen(`settings: ${part}, ${name}`);
					if (part !== 'switching') continue;
					// With a switch at work: all there is to set of it, and the light over the page.
					await child.choose('access:scan.label', 'access:scan.way.auto');
					await seen(`settings: ${part} at work, ${name}`);
				}
			await again();
		}
		await page.goto('/neutral');
		await expectAccessible(page, `neutral page, ${name}`);
	});
}

test('before the letter is open: six words, no signal, damaged, closed', async ({ visit, authority }) => {
	const page = await visit(deviceFor('light', 'phone'));
	const context = page.context();
	const child = new ChildPage(page);
	await page.goto('/');
	await child.press('child:first.words');
	await expect(child.title).toHaveText(child.say('child:words.title'));
	await examine(page, '8-11', 'six words');
	await page.getByRole('textbox').fill('not six words');
	await child.press('child:words.open');
	await expect(page.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
	await examine(page, '8-11', 'six words, not found');
	await page.goto('about:blank');
	await page.goto('/#v1.damaged');
	await child.press('child:first.start');
	await expect(child.title).toHaveText(child.say('child:opening.damaged.title'));
	await examine(page, '8-11', 'a damaged letter');
	const invited = await authority.invite();
	const ask = await authority.coordinator();
	await ask('POST', `/api/staff/invitations/${invited.id}/revoke`, {});
	await page.goto('about:blank');
	await page.goto(invited.link);
	await child.press('child:first.start');
	await expect(child.title).toHaveText(child.say('child:opening.closed.title'));
	await examine(page, '8-11', 'a letter that opens no more');
	const other = await authority.invite();
	await page.goto('about:blank');
	await page.goto(other.link);
	await keptOnDevice(page);
	await context.setOffline(true);
	await child.press('child:first.start');
	await expect(child.title).toHaveText(child.say('child:opening.offline.title'));
	await examine(page, '8-11', 'a letter without signal');
});
