/**
 * Identifiers: 128 random bits, spelled in base64url (22 characters). Never counted up, so none can be guessed.
 */
import type { Branded } from './brand.ts';
import { toBase64url } from './bytes.ts';

/** One child's finished set of answers. */
export type ViewId = Branded<string, 'ViewId'>;
/** One thing that a child asked for at any moment: an advocate, or help because they are not safe. */
export type RequestId = Branded<string, 'RequestId'>;
/** One meeting. */
export type MeetingId = Branded<string, 'MeetingId'>;
/** One child's invitation to one meeting: the id the server looks up, derived from the invitation's secret. */
export type InvitationId = Branded<string, 'InvitationId'>;
/** One member of staff. */
export type StaffId = Branded<string, 'StaffId'>;

/** A new random id. */
export const newId = <Id extends string>(): Id =>
	toBase64url(crypto.getRandomValues(new Uint8Array(16))) as Id;

/** Whether `value` is spelled like an id. */
export const isId = (value: unknown): value is string =>
	typeof value === 'string' && /^[A-Za-z0-9_-]{21}[AQgw]$/.test(value);
