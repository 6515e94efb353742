/** Every screen of the desk, in each set of colours, at a desk and on a phone: axe with its two rules, no sideways scroll. */
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from '../e2e/pages/child.ts';
import { DeskPage } from '../e2e/pages/desk.ts';
import { expectAccessible } from './axe.ts';
import { expectNoSideways } from './measure.ts';
import { isFull, sizes, themes, type Theme } from './settings.ts';

const ways: readonly (readonly [Theme, 'desk' | 'phone'])[] = isFull
	? (['light', 'dark', 'contrast'] as const).flatMap((theme) => [
			[theme, 'desk'] as const,
			[theme, 'phone'] as const
		])
	: [
			['light', 'desk'],
			['dark', 'phone'],
			['contrast', 'desk']
		];

for (const [theme, size] of ways)
	test(`the desk: ${theme}, ${size}`, async ({ authority, visit }) => {
		test.setTimeout(240_000);
		const options = { ...themes[theme], viewport: sizes[size], reducedMotion: 'reduce' } as const;
		const meeting = await authority.meeting();
		const invited = await authority.invite({ meeting, look: '4-7' });
		const child = new ChildPage(await visit(), { look: '4-7' });
		await child.open(invited.link);
		await child.toQuestions();
		await child.answerAll();
		await child.signAndSend('Jo');
		await child.expectArrived(authority.person('chair').name);

		const page = await visit(options);
		const desk = new DeskPage(page);
		const look = async (what: string) => {
			const where = `desk ${theme} ${size}, ${what}`;
			await expectAccessible(page, where);
			await expectNoSideways(page, where);
		};
		await page.goto('/staff');
		await expect(desk.button('desk:signIn.go')).toBeVisible();
		await look('sign in');
		const passphrase = authority.state.passphrase;
		await desk.signIn({ email: authority.person('chair').email, password: passphrase });
		await look('meetings');
		await desk.openChild(invited);
		await expect(page.getByRole('heading', { name: desk.say('vault:unlock.title') })).toBeVisible();
		await look('unlock');
		await desk.unlock(authority.state.keyPassphrase);
		await desk.read();
		await look('a child’s page');
		await page.goto(`/staff/meetings/${meeting}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await look('a meeting');
		await page.goto('/staff/keys');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await look('keys');

		const other = await visit(options);
		const coordinator = new DeskPage(other);
		await coordinator.signIn({ email: authority.person('coordinator').email, password: passphrase });
		await expectAccessible(other, `desk ${theme} ${size}, the coordinator’s meetings`);
		await other.goto(`/staff/meetings/${meeting}`);
		await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
		await expectAccessible(other, `desk ${theme} ${size}, the coordinator’s meeting`);
		await expectNoSideways(other, `desk ${theme} ${size}, the coordinator’s meeting`);
	});
