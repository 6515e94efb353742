/**
 * Who plays in the vectors: keys, ids and times that are the same each time they are made. Keys of nobody: never use them.
 */
import { createECDH, createHash } from 'node:crypto';
import type { Instant } from '../../src/lib/base/brand.ts';
import { toBase64url } from '../../src/lib/base/bytes.ts';
import type { InvitationId, MeetingId, StaffId, ViewId } from '../../src/lib/base/ids.ts';
import type { PrivateJwk, PublicJwk } from '../../src/lib/envelope/jwk.ts';
import { thumbprint } from '../../src/lib/envelope/jwk.ts';
import type { DirectoryKey } from '../../src/lib/envelope/wire.ts';

const digest = (name: string): Buffer => createHash('sha256').update(`vv1 vectors ${name}`).digest();

/** The id that belongs to `name`. */
export const idOf = <Id extends string>(name: string): Id => toBase64url(digest(name).subarray(0, 16)) as Id;

/** One who holds a key. */
export interface Player {
	readonly secret: PrivateJwk;
	readonly jwk: PublicJwk;
	readonly thumbprint: string;
}

async function player(name: string): Promise<Player> {
	const ecdh = createECDH('prime256v1');
	ecdh.setPrivateKey(digest(name));
	const point = ecdh.getPublicKey();
	const [x, y] = [toBase64url(point.subarray(1, 33)), toBase64url(point.subarray(33))];
	const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
	return { secret: { ...jwk, d: toBase64url(digest(name)) }, jwk, thumbprint: await thumbprint(jwk) };
}

/** Everybody. `stranger` is in no directory; `oldServer` was replaced before anything was sent. */
export const cast = {
	root: await player('root'),
	server: await player('server'),
	oldServer: await player('old server'),
	device: await player('device'),
	chair: await player('chair'),
	chairSig: await player('chair signing'),
	deputy: await player('deputy'),
	recovery: await player('recovery'),
	stranger: await player('stranger')
};

/** What the views are about. */
export const ids = {
	vid: idOf<ViewId>('views'),
	otherVid: idOf<ViewId>('other views'),
	meeting: idOf<MeetingId>('meeting'),
	otherMeeting: idOf<MeetingId>('other meeting'),
	invitation: idOf<InvitationId>('invitation'),
	otherInvitation: idOf<InvitationId>('other invitation'),
	chair: idOf<StaffId>('chair'),
	deputy: idOf<StaffId>('deputy')
};

/** When. */
export const times = {
	issued: '2026-11-01T08:00:00.000Z' as Instant,
	said: '2026-11-22T09:30:00.000Z' as Instant,
	arrived: '2026-11-22T09:31:00.000Z' as Instant
};

const reader = (staff: StaffId | null, role: string, name: string, enc: Player, sig: Player | null) => ({
	use: 'reader' as const,
	staff,
	role,
	name,
	enc: enc.jwk,
	sig: sig?.jwk ?? null,
	from: times.issued,
	until: null
});

const serverKey = (sig: Player, from: Instant, until: Instant | null): DirectoryKey => ({
	use: 'server',
	staff: null,
	role: 'server',
	name: 'Server',
	enc: null,
	sig: sig.jwk,
	from,
	until
});

/** The directory's keys. */
export const directoryKeys: readonly DirectoryKey[] = [
	reader(ids.chair, 'chair', 'Siân Parry', cast.chair, cast.chairSig),
	reader(ids.deputy, 'chair', 'Deputy', cast.deputy, null),
	reader(null, 'recovery', 'Recovery', cast.recovery, null),
	serverKey(cast.oldServer, '2026-01-01T00:00:00.000Z' as Instant, times.issued),
	serverKey(cast.server, times.issued, null)
];
