/**
 * What is owed around a meeting: the coordinator chooses the practice pack, the chair ticks what is done and sees who did
 * what; what the server sees by itself nobody ticks; the child's letter says what grown-ups owe them.
 */
import { ChildDevice, readersFor } from '../fixtures/child.ts';
import { longAnswers } from '../fixtures/answers.ts';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { MeetingDesk } from './pages/meeting-desk.ts';

test('the pack is chosen with the meeting, a duty is ticked by one and seen by the other, and taken back', async ({
	page,
	authority,
	visit
}) => {
	const { passphrase } = authority.state;
	const desk = new MeetingDesk(page);
	await desk.signIn({ email: authority.person('coordinator').email, password: passphrase });
	await desk.make(authority, { kind: 'first-conference', inDays: 30, pack: 'Dorset' });
	await desk.invite('J.', 9);
	const child = desk.say('desk:child', { label: 'J.', age: 9 });
	const advocate = desk.say('duty:name.advocate');
	const owed = await desk.owed(child);
	// Dorset refers a child over 8 to an advocate by itself (seed 004 §5.4).
	await expect(owed).toContainText(desk.say('duty:way.automatic'));
	const open = await owed.locator('summary').innerText();
	await owed.getByRole('checkbox', { name: advocate }).check();
	const { name } = authority.person('coordinator');
	await expect(owed).toContainText(name);
	await expect(owed.locator('summary')).not.toHaveText(open);

	const chair = new MeetingDesk(await visit());
	await chair.signIn({ email: authority.person('chair').email, password: passphrase });
	await chair.page.goto(page.url());
	const same = await chair.owed(child);
	await expect(same.getByRole('checkbox', { name: advocate })).toBeChecked();
	await expect(same).toContainText(name);
	await same.getByRole('checkbox', { name: advocate }).uncheck();
	await expect(same).not.toContainText(name);
	await expect(same.locator('summary')).toHaveText(open);
});

test('what follows from leaving parents out is owed once that is considered', async ({ page, authority }) => {
	const desk = new MeetingDesk(page);
	const { email } = authority.person('coordinator');
	await desk.signIn({ email, password: authority.state.passphrase });
	await desk.make(authority, { kind: 'first-conference', inDays: 30, pack: 'Camden' });
	const parents = await desk.owed(desk.say('duty:to.parent'));
	const left = desk.say('duty:name.parents-left-out');
	await expect(parents).not.toContainText(left);
	await parents.getByLabel(desk.say('duty:happened.parents-left-out')).check();
	await expect(parents).toContainText(left);
});

test('a tick that could not be kept is said, and does not stand there as if it were', async ({
	page,
	authority
}) => {
	const meeting = await authority.meeting();
	await authority.invite({ meeting, label: 'Tick' });
	const desk = new MeetingDesk(page);
	await desk.open(authority, meeting);
	const owed = await desk.owed('Tick');
	const first = owed.getByRole('checkbox').first();
	await page.context().setOffline(true);
	await first.click();
	await expect(page.getByRole('alert')).toContainText(desk.say('duty:failed'));
	await expect(first).not.toBeChecked();
	await page.context().setOffline(false);
	await first.check();
	await page.reload();
	await expect((await desk.owed('Tick')).getByRole('checkbox').first()).toBeChecked();
});

test('views that arrived are done by themselves, and the child reads what is owed to them', async ({
	page,
	authority,
	visit
}) => {
	const { origin, state, leads } = authority;
	const invited = await authority.invite({ look: '12-15', label: 'Arrived' });
	const device = await ChildDevice.enrol(origin, invited);
	await device.send(await device.seal(longAnswers(100), await readersFor(origin, state.root, leads)));
	const desk = new MeetingDesk(page);
	await desk.open(authority, invited.meeting);
	const owed = await desk.owed('Arrived');
	await expect(owed).toContainText(desk.say('duty:arrived'));
	await expect(owed.getByRole('checkbox', { name: desk.say('duty:name.ask-views') })).toHaveCount(0);

	const other = await authority.invite({ look: '12-15', meeting: invited.meeting });
	const child = new ChildPage(await visit(), { look: '12-15' });
	await child.open(other.link);
	await child.press('player:bar.menu');
	await child.press('player:menu.meeting');
	await expect(child.page.getByText(child.say('gathering:promise.outcome'))).toBeVisible();
});

test('the active offer of Wales is logged at each stage; a no is remembered at the next', async ({
	page,
	authority
}) => {
	const desk = new MeetingDesk(page);
	const { email, name } = authority.person('coordinator');
	await desk.signIn({ email, password: authority.state.passphrase });
	await desk.make(authority, { kind: 'review-conference', inDays: 30, pack: 'Wales' });
	await desk.invite('W.', 13);
	const label = desk.say('desk:child', { label: 'W.', age: 13 });
	const offer = async (stage: string) =>
		(await desk.owed(label)).getByRole('combobox', { name: desk.say(`duty:stage.${stage}`) });
	await (await offer('asked')).selectOption(desk.say('duty:offer.no'));
	const owed = await desk.owed(label);
	await expect(owed).toContainText(name);
	const remembered = desk.say('duty:offer.refused', { day: '' }).split('.')[1] ?? '';
	await expect(owed.getByText(remembered)).toHaveCount(2);
	await page.reload();
	await expect(await offer('asked')).toHaveValue('no');
	await (await offer('meeting')).selectOption(desk.say('duty:offer.yes'));
	await expect((await desk.owed(label)).getByText(remembered)).toHaveCount(0);
	await expect(await offer('after')).toHaveValue('');
});
