/**
 * What a child's device may ask of the server besides submitting, signed: to keep half of a guarded code, to keep or give the
 * draft that was put away. Tells the server which bytes are meant (`of`), never what is in them.
 */
import { utf8 } from '../base/bytes.ts';
import type { InvitationId } from '../base/ids.ts';
import { hashOf } from './hash.ts';
import { signJws, splitJws, type SigningKey } from './jws.ts';
import { checked, demand, type Checked } from './refusal.ts';
import { asHash, asId, exactly } from './shape.ts';
import { limits, type Unverified } from './wire.ts';

/** `guard`: keep a half · `keep`: keep this draft · `fetch`: give the draft. */
export type Act = 'guard' | 'keep' | 'fetch';

/** Payload of the device's own JWS. */
export interface DeviceAct {
	readonly v: 1;
	readonly act: Act;
	readonly invitation: InvitationId;
	/** SHA-256 of the text that the act is about, base64url. */
	readonly of: string;
}

/** What the act is about, as one text: its parts (ids, numbers, base64url: none has a space) with a space between them. */
export const actText = (act: Act, ...parts: readonly (string | number)[]): string =>
	[act, ...parts].join(' ');

/** The act on `text` (`actText`) for `invitation`, signed by the device. */
export const signAct = async (
	act: Act,
	invitation: InvitationId,
	text: string,
	device: SigningKey
): Promise<string> =>
	signJws('vv-device+jws', { v: 1, act, invitation, of: await hashOf(utf8(text)) }, device);

/** The act that `jws` is; its signature is not verified. */
export const readAct = (jws: unknown): Checked<Unverified<DeviceAct>> =>
	checked(() => {
		const read = splitJws(jws, 'vv-device+jws', limits.receipt);
		const it = exactly(read.payload, ['v', 'act', 'invitation', 'of'], 'act');
		const { act } = it;
		demand(it['v'] === 1, 'wrong-version', 'act');
		if (act !== 'guard' && act !== 'keep' && act !== 'fetch') demand(false, 'malformed', 'act');
		return {
			jws: read,
			content: {
				v: 1,
				act: act as Act,
				invitation: asId<InvitationId>(it['invitation'], 'invitation'),
				of: asHash(it['of'], 'of')
			}
		};
	});
