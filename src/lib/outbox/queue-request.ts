/** A child's request by their letter: sealed, and on the disk before anything is sent. Needs no signal. */
import { instant, systemClock, type Clock } from '../base/clock.ts';
import type { RequestId } from '../base/ids.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { keepAsked, type AskedRow } from '../draft/asked.ts';
import type { Draft, NotKept } from '../draft/draft.ts';
import { askingText } from '../envelope/ask.ts';
import { verifyDirectory, type VerifiedDirectory } from '../envelope/directory.ts';
import { envelopeHash } from '../envelope/hash.ts';
import { thumbprint, type PublicJwk } from '../envelope/jwk.ts';
import type { RefusalReason } from '../envelope/refusal.ts';
import type { KeptInvitation } from '../draft/kept-invitation.ts';
import { replyTo } from './reply-to.ts';
import { readersNow, sealRequest, type Asked, type Asker } from './seal-request.ts';

/** Why nothing was kept: nobody could read it; the readers were never fetched; or the device could not keep it. */
export type NotAsked = 'nobody' | 'needs-signal' | 'not-trusted' | RefusalReason | NotKept;

/** What is known of the letter, and its directory, verified. */
interface Ready {
	readonly kept: KeptInvitation & { readonly info: NonNullable<KeptInvitation['info']> };
	readonly directory: VerifiedDirectory;
	readonly jws: string;
}

async function ready(draft: Draft): Promise<Result<Ready, NotAsked>> {
	const invitation = await draft.invitation();
	if (!invitation.ok) return invitation;
	const kept = invitation.value;
	if (!kept?.info || !kept.directory || !kept.enrolled) return refused('needs-signal');
	const verified = await verifyDirectory(kept.directory, kept.link.root);
	if (!verified.ok) return refused('not-trusted');
	return ok({ kept: { ...kept, info: kept.info }, directory: verified.value, jws: kept.directory });
}

const meetingOf = ({ info }: Ready['kept']): NonNullable<Asker['meeting']> => ({
	id: info.meeting.id,
	chair: info.chair,
	deputy: info.deputy
});

/** Who would read what is asked now, by name, and whether any of them is on duty for it. Refuses as `queueRequest` does. */
export async function whoWouldRead(
	draft: Draft,
	to: Asked['to'],
	clock: Clock = systemClock
): Promise<Result<{ readonly names: readonly string[]; readonly onDuty: boolean }, NotAsked>> {
	const known = await ready(draft);
	if (!known.ok) return known;
	const { kept, directory } = known.value;
	const found = readersNow(directory, to, meetingOf(kept), instant(clock));
	if (!found.ok) return found;
	return ok({ names: found.value.readers.map(({ name }) => name), onDuty: found.value.onDuty });
}

/** Seals and keeps what is asked by the letter of `draft`; `FirstOutbox.changed` sends it. */
export async function queueRequest(
	draft: Draft,
	asked: Asked,
	clock: Clock = systemClock
): Promise<Result<RequestId, NotAsked>> {
	const known = await ready(draft);
	if (!known.ok) return known;
	const { kept, directory, jws } = known.value;
	const device = await draft.device();
	if (!device.ok) return device;
	const jwk = device.value.public as PublicJwk;
	const asker: Asker = {
		invitation: kept.info.id,
		meeting: meetingOf(kept),
		child: { name: kept.info.child.label, age: kept.info.child.age },
		reply: (await replyTo(kept.link)).jwk,
		device: { privateKey: device.value.sign, jwk, thumbprint: await thumbprint(jwk) }
	};
	const sealed = await sealRequest(asked, asker, directory, instant(clock));
	if (!sealed.ok) return sealed;
	const { rid, ask, envelope, onDuty } = sealed.value;
	const row: AskedRow = {
		...{ rid, invitation: kept.info.id, what: asked.what, about: asked.about, queued: clock.now() },
		body: askingText({ ask, envelope, key: null, work: null }),
		hash: await envelopeHash(envelope),
		...{ root: kept.link.root, directory: jws, onDuty, state: 'waiting' as const, tries: 0, next: 0 },
		...{ reason: null, receipt: null, told: { readings: [], notes: [] } }
	};
	const keeping = await keepAsked(row);
	return keeping.ok ? ok(rid) : keeping;
}
