/**
 * Answers: what a child said to one question, with the very words and order they were shown. Also the finished set of
 * them, the views, as they are signed. Nothing here is worked out, scored or guessed from what was said.
 */
import type { Instant } from '../base/brand.ts';
import type { InvitationId, MeetingId, ViewId } from '../base/ids.ts';
import type { QuestionKind } from './journey.ts';
import type { MyWay } from './made.ts';
import type { VersionId } from './version.ts';

/** By which way something was said. A photo of a drawing on paper counts as drawn. */
export type Way = 'picture' | 'draw' | 'talk' | 'type';

/** Who may know this: only the chair, the people helping me, everybody at the meeting. */
export type Share = 'chair' | 'helpers' | 'everyone';

/** How somebody helped with one answer. `alone`: nobody did. */
export type Help = 'alone' | 'read-aloud' | 'typed-for-me' | 'talked-it-over' | 'chose-with-me';

/** Where a card was put by a `sort` question. */
export type Place = 'good' | 'middle' | 'not-good';

/** What was said, by kind of question. Absent words are absent, never an empty string. */
export type Value =
	| { readonly kind: 'pick' | 'part'; readonly chosen: readonly string[] }
	| { readonly kind: 'scale'; readonly chosen: string }
	/** Card id → place, in the order in which they were put. */
	| { readonly kind: 'sort'; readonly placed: readonly (readonly [string, Place])[] }
	/** One to three wishes. */
	| { readonly kind: 'wish'; readonly wishes: readonly string[] }
	| { readonly kind: 'text'; readonly words: string }
	/** Who helped (option ids) and how. */
	| { readonly kind: 'helped'; readonly who: readonly string[]; readonly how: readonly Help[] }
	| { readonly kind: 'sign'; readonly mark: Mark };

/** How a child signs: a name, a mark of their own (strokes on a 1000 × 400 grid), or a picture from the set. */
export type Mark =
	| { readonly form: 'name'; readonly name: string }
	| { readonly form: 'mark'; readonly strokes: readonly (readonly (readonly [number, number])[])[] }
	| { readonly form: 'picture'; readonly picture: string };

/** The question as the child saw it: the words, and the options with theirs in the order shown. */
export interface Asked {
	readonly words: string;
	readonly options: readonly { readonly id: string; readonly words: string; readonly picture?: string }[];
	/** The words of the three places (`sort`). */
	readonly places?: Readonly<Record<Place, string>>;
}

/** One answer. */
export interface Answer {
	/** The question's id. */
	readonly question: string;
	/** The question's version. */
	readonly version: number;
	readonly kind: QuestionKind;
	readonly asked: Asked;
	/** Language and version in which it was asked. */
	readonly locale: string;
	readonly look: VersionId;
	/** `answered` has a value, own words (`myWay`), or both; the other two are answers in their own right. */
	readonly state: 'answered' | 'dont-know' | 'skipped';
	readonly value?: Value;
	/** "Say it my way": own words and made things beside, or in place of, the value. */
	readonly myWay?: MyWay;
	readonly ways: readonly Way[];
	readonly help: readonly Help[];
	readonly share: Share;
	/** The answer asks for something and is answered back. */
	readonly wish: boolean;
	/** When it was last changed, by the device's clock: a claim. */
	readonly at: Instant;
}

/** Whose device the views were made on. */
export type DeviceMode = 'own' | 'shared' | 'worker';

/** Who was there while the answers were given: option ids of the journey's `helped` question, with any words said. */
export interface Present {
	readonly who: readonly string[];
	readonly how: readonly Help[];
	/** The helper said that they stepped away before sending. */
	readonly steppedAway: boolean;
	/** What whoever helped wrote beside the answers: theirs, never the child's words. Absent where they wrote nothing. */
	readonly notes?: string;
}

/** The finished views: the payload of `view.jws` (decision 0004, trust.md in the threat model's words). */
export interface Views {
	readonly v: 1;
	readonly vid: ViewId;
	readonly meeting: MeetingId;
	readonly invitation: InvitationId;
	/** 1 for the first views that this device sends to this invitation, then 2, … */
	readonly seq: number;
	/** SHA-256 (base64url) of this device's previous view.jws for this invitation; null for the first. */
	readonly prev: string | null;
	/** Thumbprints (RFC 7638) of the readers' encryption keys, sorted. At least two. */
	readonly readers: readonly string[];
	/** The device's time: a claim. */
	readonly at: Instant;
	readonly journey: {
		readonly id: string;
		readonly version: number;
		readonly locale: string;
		readonly look: VersionId;
	};
	readonly answers: readonly Answer[];
	readonly mark: Mark | null;
	readonly device: DeviceMode;
	readonly present: Present;
	readonly blobs: readonly BlobKey[];
	/** The build that made it. */
	readonly build: string;
}

/** Key and hash of one sealed blob (voice, picture). */
export interface BlobKey {
	readonly id: string;
	/** JWK `k`: 256 bits, base64url. */
	readonly key: string;
	/** SHA-256 of each chunk's ciphertext, base64url, in order. */
	readonly chunks: readonly string[];
	/** Bytes before padding. */
	readonly bytes: number;
	readonly media: string;
}
