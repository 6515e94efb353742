/**
 * The two promises, walked whole: a child asks for an advocate, and somebody comes; a child says that they are not safe, and
 * somebody is called and reads it. Through the real server, with a real post office.
 */
import { administer } from '../fixtures/administer.ts';
import { mailsTo } from '../fixtures/post-office.ts';
import { expect, folderOfRun, test } from '../fixtures/test.ts';
import { expectNowhere } from '../fixtures/nowhere.ts';
import { AskingPage } from './pages/asking.ts';
import { ChildPage } from './pages/child.ts';
import { keyboard } from './pages/hand.ts';
import { RequestsDesk } from './pages/requests.ts';

test('a child asks for an advocate: two presses, sealed, read, taken, answered, handed on; the child sees who comes and when', async ({
	page,
	visit,
	authority
}) => {
	test.slow();
	const canary = `quagga-${crypto.randomUUID()}`;
	const addresses: string[] = [];
	page.on('request', (request) => addresses.push(request.url()));
	const invited = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(invited.link);
	const asked = await child.title.innerText();
	const asking = new AskingPage(child, '8-11');
	await asking.openAdvocate();
	// The second press, and the last.
	const rid = await asking.sending(() => child.press('asking:advocate.ask'));
	await asking.expectAt('advocate', 'arrived');

	// What the child adds later belongs to it.
	await child.press('asking:now.more');
	await asking.choose('asking:items.about.cards.family');
	await asking.toItem('not-know');
	await child.writeHere(canary);
	const added = await asking.sending(() => child.press('asking:items.all'));
	await asking.expectAt('advocate', 'arrived');
	expect(added).not.toBe(rid);

	const advocate = authority.person('advocate');
	await expect.poll(() => mailsTo(folderOfRun(), advocate.email).length).toBeGreaterThan(0);
	const nia = await RequestsDesk.of(authority, await visit(), 'advocate');
	await nia.open();
	await expect(nia.group('new').locator(nia.line(rid))).toBeVisible();
	await nia.openOne(rid, authority.state.keyPassphrase);
	await expect(nia.desk.page.getByText(canary)).toBeVisible();
	await nia.say('requests:read.goAdvocate');
	await asking.expectAt('advocate', 'read', advocate.name);
	await nia.say('requests:take');
	await nia.answer({ who: 'Nia', when: 'Friday after school, at school', words: `Hello ${canary}` });
	await asking.expectAt('advocate', 'coming', 'Nia');
	await expect(asking.text('Friday after school, at school')).toBeVisible();
	await expect(asking.text(`Hello ${canary}`)).toBeVisible();

	// The child goes on where they were, and finds it again.
	await child.press('asking:now.close');
	await expect(child.title).toHaveText(asked);
	await page.reload();
	await expect(child.title).toHaveText(asked);
	await child.press('common:getAdvocate');
	await asking.expectAt('advocate', 'coming', 'Nia');

	await child.press('asking:now.mind');
	await asking.sending(() => child.press('asking:now.mindAsk.yes'));
	await expect(asking.text(asking.voiced('now.mindSent'))).toBeVisible();
	await nia.open();
	await expect(nia.line(rid).getByText(nia.desk.say('requests:changedMind'))).toBeVisible();
	await nia.openOne(rid, authority.state.keyPassphrase);
	const kofi = authority.person('second advocate');
	await nia.handOn(kofi.name);
	await nia.open();
	await expect(nia.group('taken').locator(nia.line(rid))).toContainText(kofi.name);

	expect([...addresses, page.url(), await page.title()].join()).not.toContain(canary);
	expectNowhere([canary]);
});

test('a child is not safe: numbers, what will happen, then it is sent; whoever is on duty is called and reads it', async ({
	visit,
	authority
}) => {
	test.slow();
	const canary = `okapi-${crypto.randomUUID()}`;
	const duty = authority.person('duty reader');
	await administer(authority, 'set', 'line', JSON.stringify([duty.email]));
	const invited = await authority.invite({ look: '4-7', locale: 'cy' });
	const child = new ChildPage(await visit({ locale: 'cy' }), { look: '4-7', locale: 'cy', hand: keyboard });
	const addresses: string[] = [];
	child.page.on('request', (request) => addresses.push(request.url()));
	await child.openAtQuestions(invited.link);
	const asking = new AskingPage(child, '4-7');
	await asking.openNotSafe();
	await expect(child.page.getByRole('main')).toContainText('999');
	await expect(child.page.getByRole('main')).toContainText('0800 1111');
	await expect(child.page.locator('a[href^="tel:"]')).toHaveCount(0);
	await child.press('asking:unsafe.go');
	await expect(child.title).toHaveText(asking.voiced('unsafe.before.title'));
	await expect(child.page.getByRole('main')).toContainText(duty.name);
	await expect(asking.text(asking.voiced('unsafe.before.notYet'))).toBeVisible();
	await child.press('asking:unsafe.say');
	await asking.choose('asking:items.now.cards.now');
	await asking.toItem('words');
	await child.writeHere(canary);
	const since = mailsTo(folderOfRun(), duty.email).length;
	const rid = await asking.sending(() => child.press('asking:items.send'));
	await asking.expectAt('not-safe', 'arrived');
	// It stays as long as nobody has read it.
	await expect(child.page.getByRole('main')).toContainText('999');

	await expect.poll(() => mailsTo(folderOfRun(), duty.email).length).toBeGreaterThan(since);
	await expect
		.poll(() =>
			mailsTo(folderOfRun(), authority.person('chair').email)
				.map(({ text }) => text)
				.join()
		)
		.toContain('Urgent');
	const mails = mailsTo(folderOfRun(), duty.email).map(({ text }) => text);
	expect(mails.join()).not.toContain(invited.label);
	expect(mails.at(-1)).toContain(`${authority.origin}/staff`);

	const priya = await RequestsDesk.of(authority, await visit(), 'duty reader');
	await priya.open();
	await expect(priya.group('notSafe').locator(priya.line(rid))).toBeVisible();
	await priya.openOne(rid, authority.state.keyPassphrase);
	await expect(priya.desk.page.getByText(canary)).toBeVisible();
	await priya.say('requests:read.go');
	await asking.expectAt('not-safe', 'read', duty.name);
	await priya.answer({ who: 'Priya', words: `Dw i yma. ${canary}` });
	await expect(asking.text(`Dw i yma. ${canary}`)).toBeVisible();

	// The chair of the meeting reads it too; whoever it was not sent to does not even see that it is there.
	const chair = await RequestsDesk.of(authority, await visit(), 'chair');
	await chair.openOne(rid, authority.state.keyPassphrase);
	await expect(chair.desk.page.getByText(canary).first()).toBeVisible();
	const advocate = await RequestsDesk.of(authority, await visit(), 'advocate');
	await advocate.open();
	await expect(advocate.line(rid)).toHaveCount(0);

	expect([...addresses, child.page.url(), await child.page.title()].join()).not.toContain(canary);
	expectNowhere([canary]);
});

test('without signal a child who is not safe is told so at once; it is kept, and goes ahead of everything when signal is back', async ({
	page,
	visit,
	authority
}) => {
	test.slow();
	const invited = await authority.invite({ look: '12-15' });
	const child = new ChildPage(page, { look: '12-15' });
	await child.openAtQuestions(invited.link);
	const asking = new AskingPage(child, '12-15');
	await page.context().setOffline(true);
	await asking.openNotSafe();
	await child.press('asking:unsafe.go');
	await expect(asking.text(asking.voiced('unsafe.noSignal', { number: '999' }))).toBeVisible();
	await child.press('asking:unsafe.send');
	await asking.expectAt('not-safe', 'kept');
	await expect(page.getByRole('main')).toContainText('999');
	await child.press('asking:now.close');
	// It outlives the page, and goes from the next one without anybody pressing anything.
	await page.close();
	await page.context().setOffline(false);
	const again = new ChildPage(await page.context().newPage(), { look: '12-15' });
	const later = new AskingPage(again, '12-15');
	const rid = await later.sending(async () => {
		await again.page.goto('/');
	});
	const priya = await RequestsDesk.of(authority, await visit(), 'duty reader');
	await priya.open();
	await expect(priya.line(rid)).toBeVisible();
});
