/** Every screen of the desk: axe-core, fit, stillness; in each theme. */
import type { Page } from '@playwright/test';
import { ChildDevice, readersFor } from '../fixtures/child.ts';
import { longAnswers } from '../fixtures/answers.ts';
import { expect, test } from '../fixtures/test.ts';
import { DeskPage } from '../e2e/pages/desk.ts';
import { MeetingDesk } from '../e2e/pages/meeting-desk.ts';
import { expectAccessible } from './axe.ts';
import { expectFits, expectStill } from './fit.ts';
import { isFull } from '../fixtures/full.ts';
import { deviceFor, type Size, type Theme } from './settings.ts';

async function examine(page: Page, where: string): Promise<void> {
	await expectAccessible(page, where);
	await expectStill(page, where);
	await expectFits(page, where);
}

const ways: readonly (readonly [Theme, Size])[] = isFull
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
	test(`the chair's and the coordinator's screens: ${theme}, ${size}`, async ({ authority, visit }) => {
		test.setTimeout(240_000);
		const { origin, state, leads } = authority;
		const invited = await authority.invite();
		const child = await ChildDevice.enrol(origin, invited);
		await child.send(await child.seal(longAnswers(9000), await readersFor(origin, state.root, leads)));

		const device = deviceFor(theme, size);
		const page = await visit(device);
		const chair = new DeskPage(page);
		await page.goto('/staff');
		await expect(chair.button('desk:signIn.go')).toBeVisible();
		await examine(page, `sign in, ${theme}`);
		await chair.signIn({ email: authority.person('chair').email, password: state.passphrase });
		await expect(page.getByRole('listitem').first()).toBeVisible();
		await examine(page, `meetings, ${theme}`);
		await page.goto('/staff/keys');
		await expect(page.getByRole('heading', { name: chair.say('vault:unlockers') })).toBeVisible();
		await examine(page, `keys, ${theme}`);
		await page.goto(`/staff/meetings/${invited.meeting}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await examine(page, `a meeting, ${theme}`);
		await chair.openChild(invited);
		await expect(chair.button('vault:unlock.go')).toBeVisible();
		await examine(page, `unlock, ${theme}`);
		await chair.unlock(state.keyPassphrase);
		await chair.read();
		await examine(page, `a child's page, ${theme}`);

		const other = await visit(device);
		const coordinator = new MeetingDesk(other);
		await coordinator.signIn({ email: authority.person('coordinator').email, password: state.passphrase });
		await other.goto('/staff/meetings/new');
		await expect(coordinator.button('desk:meeting.go')).toBeVisible();
		await examine(other, `new meeting, ${theme}`);
		await other.goto(`/staff/meetings/${invited.meeting}`);
		await coordinator.invite('K.', 9);
		await examine(other, `a letter, ${theme}`);
		const owed = await coordinator.owed('K.');
		await owed.getByRole('checkbox').first().check();
		await expect(owed).toContainText(authority.person('coordinator').name);
		await examine(other, `what is owed, ${theme}`);
		await other.getByRole('button', { name: coordinator.say('desk:gathering.edit') }).click();
		await expect(coordinator.button('desk:gathering.save')).toBeVisible();
		await examine(other, `who will be there, ${theme}`);

		const fresh = await visit(device);
		const newChair = new DeskPage(fresh);
		const { email } = authority.person('a chair who has no keys yet');
		await newChair.signIn({ email, password: state.passphrase });
		await fresh.goto('/staff/keys');
		await expect(newChair.button('vault:make.go')).toBeVisible();
		await examine(fresh, `making keys, ${theme}`);
		const phrase = 'seven herons over the reservoir';
		await fresh.getByLabel(newChair.say('vault:make.phrase')).fill(phrase);
		await fresh.getByLabel(newChair.say('vault:make.again')).fill(phrase);
		await newChair.button('vault:make.go').click();
		await expect(newChair.button('vault:test.publish')).toBeVisible();
		await examine(fresh, `trying keys, ${theme}`);
	});
