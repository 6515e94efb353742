/**
 * Dorset asks for an advocate for every child over 8 (seed 004 §5.4): the coordinator sends it, sealed to the advocates; the child
 * is told, and says no; the advocates read the no. Through the real server.
 */
import { expectNowhere } from '../fixtures/nowhere.ts';
import { expect, test } from '../fixtures/test.ts';
import { ArrangingDesk } from './pages/arranging.ts';
import { AskingPage } from './pages/asking.ts';
import { ChildPage } from './pages/child.ts';
import { RequestsDesk } from './pages/requests.ts';

test('an advocate is asked for on a child’s behalf; the child is told, says no, and the advocates read it', async ({
	page,
	visit,
	authority
}) => {
	test.slow();
	const canary = `okapi-${crypto.randomUUID()}`;
	const coordinator = new ArrangingDesk(page);
	const invited = await coordinator.begin(authority, { look: '8-11', locale: 'en', label: 'Robin' });
	await coordinator.unfold('Robin');
	const rid = await coordinator.send(canary);
	const { name } = authority.person('coordinator');
	await expect(await coordinator.owed('Robin')).toContainText(name);
	await page.reload();
	const owed = await coordinator.owed('Robin');
	await expect(owed).toContainText(coordinator.say('duty:arrange.sent'));
	await expect(owed.getByRole('button', { name: coordinator.say('duty:arrange.open') })).toHaveCount(0);

	const requests = await RequestsDesk.of(authority, await visit(), 'advocate');
	const advocate = requests.desk;
	await requests.openOne(rid, authority.state.keyPassphrase);
	await expect(advocate.page.getByRole('heading', { level: 1 })).toHaveText(
		advocate.say('requests:what.arranged')
	);
	await expect(advocate.page.getByText(canary)).toBeVisible();
	await expect(advocate.page.getByText(advocate.say('requests:arranged', { name }))).toBeVisible();
	await requests.say('requests:take');
	// Nobody could open an answer: none is offered.
	await expect(advocate.page.getByLabel(advocate.say('requests:answer.who'))).toHaveCount(0);

	const child = new ChildPage(await visit());
	const asking = new AskingPage(child, '8-11');
	await child.open(invited.link);
	await expect(asking.text(asking.voiced('arranged.told'))).toBeVisible();
	await child.press('asking:arranged.more');
	await expect(child.title).toHaveText(asking.voiced('arranged.title'));
	await child.press('asking:arranged.no');
	await child.writeHere(`Not now, ${canary}`);
	const no = await asking.sending(() => child.press('asking:arranged.noAsk.yes'));
	await expect(child.title).toHaveText(asking.voiced('arranged.said.title'));
	await expect(asking.text(asking.voiced('arranged.said.arrived'))).toBeVisible({ timeout: 60_000 });
	expect(no).not.toBe(rid);
	await child.press('asking:now.close');
	await expect(asking.text(asking.voiced('arranged.told'))).toHaveCount(0);

	await requests.open();
	await expect(requests.line(rid)).toContainText(advocate.say('requests:theyNo'));
	await requests.openOne(rid, authority.state.keyPassphrase);
	await expect(advocate.page.getByText(`Not now, ${canary}`)).toBeVisible();
	await requests.say('requests:read.goAdvocate');
	await child.press('common:getAdvocate');
	await expect(asking.text(asking.voiced('arranged.said.read'))).toBeVisible({ timeout: 60_000 });

	expectNowhere([canary]);
});

test('whoever it was not asked for is told nothing of it; where nobody answers, nothing is sent and it says so', async ({
	page,
	visit,
	authority
}) => {
	const coordinator = new ArrangingDesk(page);
	const invited = await coordinator.begin(authority, { look: '8-11', locale: 'en', label: 'Wren' });
	const other = await authority.invite({ meeting: invited.meeting, label: 'Finch' });
	await coordinator.unfold('Wren');
	await page.context().setOffline(true);
	await coordinator.field('duty:arrange.reach').fill('At school');
	await coordinator.button('duty:arrange.send').click();
	await expect(page.getByRole('alert')).toContainText(coordinator.say('duty:arrange.failed'));
	await page.context().setOffline(false);
	await coordinator.send('At school');

	const child = new ChildPage(await visit());
	const asking = new AskingPage(child, '8-11');
	await child.open(other.link);
	await expect(asking.text(asking.voiced('arranged.told'))).toHaveCount(0);
	await asking.openAdvocate();
});
