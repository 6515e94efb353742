/** From what a child asks to a sealed request: the readers of the moment, signed by the device, with the key for answers. */
import type { Instant } from '../base/brand.ts';
import { newId, type InvitationId, type MeetingId, type RequestId, type StaffId } from '../base/ids.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { RequestKind } from '../envelope/ask.ts';
import { requestReadersOf, type RequestReaders, type VerifiedDirectory } from '../envelope/directory.ts';
import type { PublicJwk } from '../envelope/jwk.ts';
import type { SigningKey } from '../envelope/jws.ts';
import type { RefusalReason } from '../envelope/refusal.ts';
import { asVid, signAsk, signRequest, type ChildRequest, type SaidThing } from '../envelope/request.ts';
import { sealEnvelope } from '../envelope/seal.ts';
import type { Envelope } from '../envelope/wire.ts';

/** What the child asks. */
export interface Asked {
	readonly what: RequestKind;
	/** To whom it goes: the same for what is added to it. */
	readonly to: 'advocate' | 'not-safe';
	readonly about: RequestId | null;
	readonly said: readonly SaidThing[];
	readonly locale: string;
	readonly look: string;
	readonly build: string;
}

/** Who asks, and from where. */
export interface Asker {
	readonly invitation: InvitationId | null;
	readonly meeting: { readonly id: MeetingId; readonly chair: StaffId; readonly deputy: StaffId } | null;
	readonly child: ChildRequest['child'];
	readonly reply: PublicJwk;
	readonly device: SigningKey;
}

/** A request, sealed and signed. */
export interface SealedRequest {
	readonly rid: RequestId;
	readonly ask: string;
	readonly envelope: Envelope;
	readonly onDuty: boolean;
}

/** Whom a request would go to at `now`; a clock behind the directory's own signed time is wrong. Refuses `nobody`. */
export function readersNow(
	directory: VerifiedDirectory,
	to: Asked['to'],
	meeting: Asker['meeting'],
	now: Instant
): Result<RequestReaders, 'nobody'> {
	const { issued } = directory.directory;
	const readers = requestReadersOf(directory, to, meeting, now < issued ? issued : now);
	return readers.ok ? readers : refused('nobody');
}

/** `asked` by `asker`, sealed. Refuses `nobody` where fewer than two could read it, `too-large` for more words than fit. */
export async function sealRequest(
	asked: Asked,
	asker: Asker,
	directory: VerifiedDirectory,
	at: Instant
): Promise<Result<SealedRequest, 'nobody' | RefusalReason>> {
	const found = readersNow(directory, asked.to, asker.meeting, at);
	if (!found.ok) return found;
	const { readers, onDuty } = found.value;
	const rid = newId<RequestId>();
	const { what, about, said, locale, look, build } = asked;
	const { invitation, meeting, child, reply, device } = asker;
	const request: ChildRequest = {
		...{ v: 1, rid, what, about, invitation, meeting: meeting?.id ?? null, at, locale, look },
		...{ child, said, reply, build, readers: readers.map(({ thumbprint }) => thumbprint).sort() }
	};
	const jws = await signRequest(request, device);
	const sealed = await sealEnvelope(
		jws,
		asVid(rid),
		readers.map(({ jwk }) => jwk)
	);
	if (!sealed.ok) return sealed;
	const envelope = sealed.value;
	const ask = await signAsk({ rid, what, about, invitation, at, envelope }, device);
	return ok({ rid, ask, envelope, onDuty });
}
