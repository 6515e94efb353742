/**
 * The demonstration authority: made once in the data folder where there is no authority yet, remembered from then on.
 * Real in every part but one: its root and recovery keys lie on the same machine, with their passphrase, and say so.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Day, Instant } from '../src/lib/base/brand.ts';
import { instant } from '../src/lib/base/clock.ts';
import type { MeetingId } from '../src/lib/base/ids.ts';
import { importReaderKeys } from '../src/lib/envelope/keys.ts';
import { signKeyProof } from '../src/lib/envelope/mark.ts';
import { linkFragment, type InvitationLink } from '../src/lib/invitation/link.ts';
import { enrolHash, invitationId, newSecret } from '../src/lib/invitation/secret.ts';
import { lockLink, wordLock } from '../src/lib/invitation/word-lock.ts';
import { newWords } from '../src/lib/invitation/words.ts';
import type { LocaleId } from '../src/lib/journey/version.ts';
import { answersBy } from '../src/lib/practice/answers-by.ts';
import { addWorkingDays } from '../src/lib/practice/calendar.ts';
import { findPack } from '../src/lib/practice/packs.ts';
import { publishDirectory } from '../src/lib/server/directory/directory.ts';
import { addInvitation } from '../src/lib/server/invitation/make.ts';
import { makeMeeting } from '../src/lib/server/meeting/meeting.ts';
import { openServer, type Running } from '../src/lib/server/running.ts';
import type { Settings } from '../src/lib/server/settings.ts';
import { offerKeys } from '../src/lib/server/staff/keys.ts';
import { findStaff, type Me } from '../src/lib/server/staff/staff.ts';
import { storeVault } from '../src/lib/server/staff/vault.ts';
import { newStaffKeys, publicHalf, type StaffKeys } from '../src/lib/vault/keys.ts';
import { createVault } from '../src/lib/vault/open.ts';
import { newPrintedCode } from '../src/lib/vault/printed-code.ts';
import { nextDirectory, readerEntries, recoveryEntry, serverEntry } from './authority/directory.ts';
import { makeOrganisationKeys } from './authority/keys.ts';
import { newPassphrase } from './authority/new-passphrase.ts';
import { authority, children, meetings, staff } from './demo/cast.ts';
import {
	demoFolder,
	readState,
	writeState,
	type DemoInvitation,
	type DemoPerson,
	type DemoState
} from './demo/state.ts';

/**
 * Sees to it that there is an authority: the demonstration's state, or null where the data folder has a real one.
 * Migrates the database on the way. Throws where the data folder or the database cannot be used.
 */
export async function prepareDemo(settings: Settings): Promise<DemoState | null> {
	const server = await openServer(settings);
	try {
		const remembered = readState(settings.folder);
		const adopted = await server.database.db.selectFrom('directory').select('seq').executeTakeFirst();
		if (!adopted) return (await isUntouched(server)) ? await makeAll(server) : null;
		if (!remembered) return null;
		return remembered.until > instant(server.clock).slice(0, 10)
			? remembered
			: await makeMeetings(server, remembered);
	} finally {
		await server.close();
	}
}

/** Whether nobody but an unfinished demonstration has made accounts here; what that left is cleared away. */
async function isUntouched({ database: { db } }: Running): Promise<boolean> {
	const accounts = await db.selectFrom('user').select('email').execute();
	if (accounts.some(({ email }) => !staff.some((one) => one.email === email))) return false;
	// Without a directory no child could send anything, so nothing hangs on these.
	for (const table of ['invitation', 'meeting', 'vault', 'staffKey', 'staff', 'user'] as const)
		await db.deleteFrom(table).execute();
	return true;
}

/** A person with the keys that were made for them, as far as there are any. */
interface Made {
	readonly person: DemoPerson;
	readonly keys: StaffKeys | null;
}

async function makeAll(server: Running): Promise<DemoState> {
	const { settings } = server;
	// What a start that broke off left there was never adopted.
	if (existsSync(demoFolder(settings.folder))) rmSync(demoFolder(settings.folder), { recursive: true });
	const [passphrase, keyPassphrase] = [newPassphrase(), newPassphrase()];
	const made: Made[] = [];
	for (const one of staff) made.push(await makePerson(server, one, passphrase, keyPassphrase));
	const { root, recovery } = await makeOrganisationKeys(demoFolder(settings.folder), keyPassphrase, true);
	const now = instant(server.clock);
	const readers = made.flatMap(({ person: { id, name, part }, keys }) =>
		keys
			? readerEntries(
					{ staff: id, name, enc: publicHalf(keys.enc), sig: publicHalf(keys.sig) },
					staff.find((one) => one.part === part)?.roles ?? [],
					now
				)
			: []
	);
	const added = [recoveryEntry(recovery, authority, now), serverEntry(server.key.jwk, now), ...readers];
	const directory = await nextDirectory(null, authority, { added }, root, now);
	const people = made.map(({ person }) => person);
	const bare = { v: 1, root: root.thumbprint, passphrase, keyPassphrase, people } as const;
	const state = await makeMeetings(server, { ...bare, invitations: [], until: '' as Day });
	await publishDirectory(server.database, server.clock, directory, root.thumbprint);
	return state;
}

/** Makes the account of `one` and, for who has keys from the start, keys in a vault with two unlockers. */
async function makePerson(
	{ auth, database, clock }: Running,
	one: (typeof staff)[number],
	passphrase: string,
	keyPassphrase: string
): Promise<Made> {
	const { name, email, part, roles } = one;
	const id = await auth.makeAccount({ name, email, passphrase, roles });
	if (!one.keys) return { person: { id, name, email, part, code: null }, keys: null };
	const keys = await newStaffKeys();
	const code = await newPrintedCode();
	const unlockers = [
		{ kind: 'passphrase', passphrase: keyPassphrase },
		{ kind: 'code', code }
	] as const;
	const vault = await createVault(keys, unlockers, clock);
	if (!vault.ok) throw new Error(`No vault for ${email}: ${vault.reason}`);
	await storeVault(database, clock, id, vault.value);
	const imported = await importReaderKeys(keys);
	if (!imported.ok) throw new Error(`No keys for ${email}: ${imported.reason}`);
	const proof = await signKeyProof(imported.value, id, instant(clock));
	await offerKeys(database, clock, id, { enc: publicHalf(keys.enc), sig: publicHalf(keys.sig), proof });
	return { person: { id, name, email, part, code }, keys };
}

/** Two new meetings with an invitation for each child; remembers and gives the new state. */
async function makeMeetings(server: Running, before: DemoState): Promise<DemoState> {
	const { clock, database } = server;
	const idOf = (part: string) => before.people.find((person) => person.part === part)?.id;
	const [coordinator, chair, deputy] = [idOf('coordinator'), idOf('chair'), idOf('deputy')];
	const me = coordinator ? await findStaff(database, coordinator) : null;
	if (!me || !chair || !deputy) throw new Error('The demonstration has lost its people');
	const today = instant(clock).slice(0, 10) as Day;
	const pack = findPack('default');
	const made: { id: MeetingId; date: Day }[] = [];
	for (const { inWorkingDays, time, place } of meetings) {
		const date = addWorkingDays(today, inWorkingDays);
		const { id } = await makeMeeting(database, clock, me, {
			kind: 'review-conference',
			journey: 'review-conference',
			pack: 'default',
			answersBy: answersBy(date, pack?.answersBy.workingDays ?? 0) satisfies Instant,
			...{ date, time, place, chair, deputy }
		});
		made.push({ id, date });
	}
	const invitations: DemoInvitation[] = [];
	for (const child of children) {
		const meeting = made[child.meeting];
		if (meeting) invitations.push(await inviteChild(server, me, meeting.id, before.root, child));
	}
	const state = { ...before, invitations, until: made.at(-1)?.date ?? today };
	writeState(server.settings.folder, state);
	return state;
}

/** Does what the coordinator's browser does: the secret, its link, six words, and what the server may know of them. */
export async function inviteChild(
	{ database, clock }: Running,
	me: Me,
	meeting: MeetingId,
	root: string,
	{ label, age, look, locale }: Omit<(typeof children)[number], 'meeting'>,
	journey: string | null = null
): Promise<DemoInvitation> {
	const secret = newSecret();
	const link: InvitationLink = { secret, root, look, locale };
	const words = newWords(wordList(locale));
	const lock = await wordLock(words);
	await addInvitation(database, clock, me.id, meeting, {
		id: await invitationId(secret),
		enrolHash: await enrolHash(secret),
		wordsId: lock.wordsId,
		wrapped: await lockLink(lock, link),
		...{ label, age, look, locale, journey }
	});
	return { label, age, look, locale, fragment: linkFragment(link), words: words.join(' ') };
}

/** The list of words of `locale`. */
function wordList(locale: LocaleId): readonly string[] {
	const file = new URL(`../src/lib/invitation/wordlist/${locale}.json`, import.meta.url);
	return JSON.parse(readFileSync(file, 'utf8')) as string[];
}
