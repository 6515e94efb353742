/** The desk's own ways: a chair makes keys, the authority signs them, a child seals to them; passkeys; the printed letter. */
import type { Locator, Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import type { StaffId } from '../../src/lib/base/ids.ts';
import { demoFolder } from '../../tools/demo/state.ts';
import { administer } from '../fixtures/administer.ts';
import { addAuthenticator } from '../fixtures/authenticator.ts';
import type { Authority } from '../fixtures/authority.ts';
import { signIn, type Account } from '../fixtures/coordinator.ts';
import { expect, folderOfRun, test, type Visit } from '../fixtures/test.ts';
import { wordsOf } from '../fixtures/words.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { MeetingDesk } from './pages/meeting-desk.ts';

/** A new chair's account, as the administrator makes it. */
async function newChair(authority: Authority, name: string): Promise<Account & { id: StaffId }> {
	const email = `${crypto.randomUUID()}@demo.example`;
	const said = await administer(authority, 'staff', '--name', name, '--email', email, '--role', 'chair');
	const password = /: (\S.*\S)\s*$/.exec(said)?.[1] ?? '';
	const ask = await signIn(authority.origin, { email, password });
	const { staff } = await ask<{ staff: { id: StaffId } }>('GET', '/api/staff/me');
	return { email, password, id: staff.id };
}

/** Has the keys of `name` that wait signed into the directory, and no other's: tests run beside each other. */
async function approve(authority: Authority, name: string): Promise<void> {
	const who = ['--server', authority.origin, '--email', authority.person('administrator').email];
	const listed = await administer(authority, 'list', ...who);
	const line = listed.split('\n').find((said) => said.startsWith('? ') && said.includes(`  ${name}  `));
	const thumbprint = line?.split(/\s+/)[1] ?? '';
	await administer(authority, 'approve', ...who, '--folder', demoFolder(folderOfRun()), thumbprint);
}

/** A child answers a little and sends to `chair`; the words the child wrote. */
async function childSays(authority: Authority, visit: Visit, chair: { id: StaffId; name: string }) {
	const meeting = await authority.meeting({ chair: chair.id, deputy: authority.leads.deputy });
	const invited = await authority.invite({ meeting, look: '4-7' });
	const child = new ChildPage(await visit(), { look: '4-7' });
	await child.openAtQuestions(invited.link);
	await child.answerAll();
	await child.signAndSend('Jo');
	await child.expectArrived(chair.name);
	return { invited, said: child.said };
}

/** In the form that makes keys: chooses exactly these unlockers. */
async function chooseUnlockers(desk: DeskPage, kinds: readonly string[]): Promise<void> {
	for (const kind of ['passphrase', 'code', 'passkey']) {
		const box = desk.page.getByRole('checkbox', { name: new RegExp(`^${desk.say(`vault:kind.${kind}`)}`) });
		await box.setChecked(kinds.includes(kind));
	}
}

/** The printed code, as the sheet shows it. */
async function printedCode(page: Page): Promise<string> {
	const groups = page.locator('.sheet .code span');
	await expect(groups.first()).toBeVisible();
	return (await groups.allInnerTexts()).map((group) => group.trim()).join('-');
}

/** Tries the one unlocker whose form has `field`. */
async function tryUnlocker(
	desk: DeskPage,
	kind: 'passphrase' | 'code' | 'passkey',
	secret = ''
): Promise<void> {
	const label = desk.say(`vault:test.${kind === 'passphrase' ? 'phrase' : kind}`);
	const form = desk.page.locator('form').filter({ hasText: label });
	if (kind !== 'passkey') await form.getByLabel(label).fill(secret);
	await form.getByRole('button', { name: desk.say('vault:test.go'), exact: true }).click();
	await expect(desk.page.getByText(desk.say(`vault:test.opened.${kind}`))).toBeVisible();
}

/** What is asked and said, in an order that does not matter. */
const sorted = (said: readonly { asked: string; words: readonly string[] }[]) =>
	said
		.map(({ asked, words }) => ({ asked, words: [...words].sort() }))
		.sort((a, b) => a.asked.localeCompare(b.asked));

test('a new chair makes keys, the authority signs them, a child seals to them, the chair reads', async ({
	page,
	authority,
	visit
}) => {
	const name = 'Alys Morgan';
	const account = await newChair(authority, name);
	const desk = new DeskPage(page);
	await desk.signIn(account);
	await page.goto('/staff/keys');
	const phrase = 'seven herons over the reservoir';
	await chooseUnlockers(desk, ['passphrase', 'code']);
	await page.getByLabel(desk.say('vault:make.phrase')).fill(phrase);
	await page.getByLabel(desk.say('vault:make.again')).fill(phrase);
	await desk.button('vault:make.go').click();
	const code = await printedCode(page);
	// Nothing is published before two of them have each opened a test envelope.
	await expect(desk.button('vault:test.publish')).toBeDisabled();
	await tryUnlocker(desk, 'passphrase', phrase);
	await expect(desk.button('vault:test.publish')).toBeDisabled();
	await tryUnlocker(desk, 'code', code);
	await desk.button('vault:test.publish').click();
	await expect(page.getByRole('heading', { name: desk.say('vault:state.pending') })).toBeVisible();

	await approve(authority, name);
	await page.reload();
	await expect(page.getByRole('heading', { name: desk.say('vault:state.published') })).toBeVisible();

	const { invited, said } = await childSays(authority, visit, { ...account, name });
	await desk.openChild(invited);
	await desk.unlock(phrase);
	expect(sorted(await desk.read())).toEqual(sorted(said));
});

test('a passkey signs in without a passphrase, and another unlocks the keys', async ({
	page,
	authority,
	visit
}) => {
	const name = 'Osian Bell';
	const account = await newChair(authority, name);
	await addAuthenticator(page);
	const desk = new DeskPage(page);
	await desk.signIn(account);
	await page.goto('/staff/keys');
	await desk.button('vault:signInPasskey.go').click();
	await expect(page.getByText(desk.say('vault:signInPasskey.done'))).toBeVisible();
	await chooseUnlockers(desk, ['code', 'passkey']);
	await desk.button('vault:make.go').click();
	const code = await printedCode(page);
	await tryUnlocker(desk, 'code', code);
	await tryUnlocker(desk, 'passkey');
	await desk.button('vault:test.publish').click();
	await expect(page.getByRole('heading', { name: desk.say('vault:state.pending') })).toBeVisible();
	await approve(authority, name);
	const { invited, said } = await childSays(authority, visit, { ...account, name });

	await desk.button('desk:signOut').click();
	await desk.button('desk:signIn.passkey').click();
	await expect(desk.button('desk:signOut')).toBeVisible();
	// Signed in, and nothing is open.
	await desk.openChild(invited);
	await expect(page.getByRole('heading', { name: desk.say('vault:unlock.title') })).toBeVisible();
	await expect(page.getByRole('article')).toHaveCount(0);
	await page.getByRole('radio', { name: desk.say('vault:kind.passkey') }).check();
	await desk.button('vault:unlock.go').click();
	expect(sorted(await desk.read())).toEqual(sorted(said));
});

/** What the picture of `element` says to a camera. */
async function readQR(element: Locator, visit: Visit): Promise<string> {
	const png = (await element.screenshot()).toString('base64');
	const blank = await visit();
	const pixels = await blank.evaluate(async (source) => {
		const image = new Image();
		image.src = `data:image/png;base64,${source}`;
		await image.decode();
		const canvas = new OffscreenCanvas(image.width, image.height);
		const context = canvas.getContext('2d');
		context?.drawImage(image, 0, 0);
		const { width, height, data } = context?.getImageData(0, 0, image.width, image.height) ?? {
			width: 0,
			height: 0,
			data: []
		};
		return { width, height, data: Array.from(data) };
	}, png);
	return decodeQR({ ...pixels, data: Uint8Array.from(pixels.data) });
}

test('a coordinator makes a meeting and a letter; its QR code and its six words open the child’s side', async ({
	page,
	authority,
	visit
}) => {
	const desk = new MeetingDesk(page);
	await desk.signIn({ email: authority.person('coordinator').email, password: authority.state.passphrase });
	await desk.make(authority, { kind: 'looked-after-review', inDays: 20 });

	await desk.field('desk:invite.locale').selectOption('cy');
	await desk.invite('K.', 15);
	const letter = page.getByRole('article');
	await page.emulateMedia({ media: 'print' });
	const link = await readQR(letter.getByRole('img', { name: wordsOf('cy')('letter:qr') }), visit);
	const words = await letter.locator('.six li').allInnerTexts();
	expect(new URL(link).origin).toBe(authority.origin);
	expect(words).toHaveLength(6);
	const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
	expect(pages, 'it is one sheet').toHaveLength(1);

	const scanned = new ChildPage(await visit(), { look: '12-15', locale: 'cy' });
	await scanned.open(link);
	await expect(scanned.page.getByText(authority.person('chair').name).first()).toBeVisible();

	const typed = new ChildPage(await visit({ locale: 'cy' }), { look: '12-15', locale: 'cy' });
	await typed.page.goto('/');
	await typed.page.getByRole('radio', { name: typed.say('common:languageName.cy') }).check({ force: true });
	await typed.press('child:first.words');
	await typed.page
		.getByRole('textbox', { name: typed.say('child:words.label') })
		.fill(words.join(' ').toUpperCase());
	await typed.press('child:words.open');
	await expect(typed.title).toHaveText(typed.titleOf('readers'), { timeout: 30_000 });
});
