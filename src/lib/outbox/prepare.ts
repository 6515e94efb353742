/**
 * Getting an invitation ready while there is signal: the directory, what the server tells about the meeting, and this device's
 * enrolment. All of it is kept sealed in the draft; once it is there, everything else works without signal.
 */
import * as v from 'valibot';
import { instant, systemClock, type Clock } from '../base/clock.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { Draft, NotKept } from '../draft/draft.ts';
import type { KeptInvitation } from '../draft/kept-invitation.ts';
import { verifyDirectory, type Reader } from '../envelope/directory.ts';
import { thumbprint, type PublicJwk } from '../envelope/jwk.ts';
import { invitationInfoSchema, type InvitationInfo } from '../invitation/info.ts';
import type { InvitationLink } from '../invitation/link.ts';
import { enrolProof } from '../invitation/secret.ts';
import { ask, type Answered, type Fetch } from './ask.ts';
import { readershipOf } from './readers.ts';

/** An invitation with everything that sealing needs. */
export interface Prepared {
	readonly info: InvitationInfo;
	readonly organisation: string;
	/** Who will read the views, by name, as the organisation's root vouches for them: chair, deputy, recovery. */
	readonly readers: readonly Reader[];
	/** The pair that the worker's desk shows for this device. */
	readonly animals: readonly [string, string];
	/** Whether the server has just said so; else it is what was known when there last was signal. */
	readonly fresh: boolean;
}

/**
 * Why an invitation is not ready. `needs-signal`: never fetched, and no signal now; answers are kept, sending waits.
 * `not-valid`: unknown, used up, withdrawn or past its time, the server does not say which. `not-trusted`: what answered is not
 * vouched for by the letter's root: nothing is sealed to it. `no-readers`: fewer than two living readers. `busy`: too many
 * tries for now. Else why the device could not keep it.
 */
export type NotPrepared = 'needs-signal' | 'not-valid' | 'not-trusted' | 'no-readers' | 'busy' | NotKept;

/** How long to wait for news of an invitation of which everything is known, in milliseconds. */
const whenKnown = 2_500;

/** What is known now, and whether all of it was just fetched. */
interface Known {
	readonly invitation: KeptInvitation;
	readonly fresh: boolean;
}

/**
 * Fetches what is missing or may be newer, enrols this device, keeps it all in the draft. Without signal it gives what is
 * known. Calling it often is harmless.
 */
export async function prepare(
	draft: Draft,
	fetch: Fetch = (input, init) => globalThis.fetch(input, init),
	clock: Clock = systemClock
): Promise<Result<Prepared, NotPrepared>> {
	const kept = await draft.invitation();
	if (!kept.ok) return kept;
	// Another tab has the draft and has not yet kept what stands in the letter.
	if (!kept.value) return refused('elsewhere');
	const known = await renew(draft, kept.value, fetch);
	return known.ok ? describe(known.value, clock) : known;
}

async function renew(
	draft: Draft,
	before: KeptInvitation,
	fetch: Fetch
): Promise<Result<Known, NotPrepared>> {
	const id = draft.invitationId;
	// A line that is there and leads nowhere must not keep a child from their own answers.
	const patience = before.info && before.directory && before.enrolled ? whenKnown : undefined;
	const [directory, told] = await Promise.all([
		ask(fetch, '/api/directory', null, patience),
		ask(fetch, `/api/invitations/${id}`, null, patience)
	]);
	// Any other refusal passes by itself: what is known meanwhile is as good.
	if (told.is === 'problem' && told.reason === 'missing') return refused('not-valid');
	const info = readInfo(told, id);
	const fetched = await readDirectory(directory, before);
	if (!fetched.ok) return fetched;
	const invitation: KeptInvitation = {
		...before,
		info: info ?? before.info,
		directory: fetched.value ?? before.directory
	};
	const enrolled = invitation.enrolled ? ok(invitation.enrolled) : await enrol(draft, before.link, fetch);
	const now = enrolled.ok ? { ...invitation, enrolled: enrolled.value } : invitation;
	if (JSON.stringify(now) !== JSON.stringify(before)) {
		const keeping = await draft.changeInvitation((there) => (there ? { ...there, ...learnt(now) } : now));
		// Another tab keeps it; what is known here is as good.
		if (!keeping.ok && keeping.reason !== 'elsewhere') return keeping;
	}
	if (!enrolled.ok) return enrolled;
	return ok({ invitation: now, fresh: info !== null && fetched.value !== null });
}

/** What of `invitation` comes from the server's side; what was answered meanwhile stays as it is. */
const learnt = ({ info, directory, enrolled }: KeptInvitation): Partial<KeptInvitation> => ({
	info,
	directory,
	enrolled
});

function readInfo(told: Answered, id: string): InvitationInfo | null {
	if (told.is !== 'json') return null;
	const checked = v.safeParse(invitationInfoSchema, told.body['invitation']);
	return checked.success && checked.output.id === id ? checked.output : null;
}

/** directory.jws where it came and is vouched for; null where it did not come. Never an older one than is known. */
async function readDirectory(
	answered: Answered,
	before: KeptInvitation
): Promise<Result<string | null, 'not-trusted'>> {
	const jws = answered.is === 'json' ? answered.body['directory'] : null;
	if (typeof jws !== 'string') return ok(null);
	const known = before.directory ? await verifyDirectory(before.directory, before.link.root) : null;
	const verified = await verifyDirectory(
		jws,
		before.link.root,
		known?.ok ? known.value.directory.seq : undefined
	);
	if (verified.ok) return ok(jws);
	return before.directory && verified.reason === 'directory-old' ? ok(null) : refused('not-trusted');
}

/** Enrols this device's key with the invitation (docs/wire.md). */
async function enrol(
	draft: Draft,
	link: InvitationLink,
	fetch: Fetch
): Promise<Result<NonNullable<KeptInvitation['enrolled']>, NotPrepared>> {
	const device = await draft.device();
	if (!device.ok) return device;
	const { key, proof } = await enrolProof(link.secret, await thumbprint(device.value.public as PublicJwk));
	const path = `/api/invitations/${draft.invitationId}/devices`;
	const answered = await ask(fetch, path, JSON.stringify({ device: device.value.public, key, proof }));
	if (answered.is === 'nothing') return refused('needs-signal');
	if (answered.is === 'problem') return refused(answered.reason === 'missing' ? 'not-valid' : 'busy');
	const animals = v.safeParse(v.tuple([v.string(), v.string()]), answered.body['confirmed']);
	return animals.success ? ok({ animals: animals.output }) : refused('needs-signal');
}

async function describe({ invitation, fresh }: Known, clock: Clock): Promise<Result<Prepared, NotPrepared>> {
	const { info, enrolled } = invitation;
	if (!info || !enrolled) return refused('needs-signal');
	const readership = await readershipOf(invitation, instant(clock));
	return readership.ok ? ok({ info, ...readership.value, animals: enrolled.animals, fresh }) : readership;
}
