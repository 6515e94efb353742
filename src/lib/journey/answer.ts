/**
 * Answers: what a child said to one question, with the very words and order they were shown. Also the finished set of
 * them, the views, as they are signed. Nothing here is worked out, scored or guessed from what was said.
 */
import type { Instant } from '../base/brand.ts';
import type { InvitationId, MeetingId, ViewId } from '../base/ids.ts';
import type { QuestionKind } from './kind.ts';
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

/** One of my people: an option (mum, a friend …), a name of the child's own, or both. */
export interface Person {
	readonly who: string | null;
	readonly name?: string;
	readonly place: 'near' | 'middle' | 'far';
	/** Lives somewhere else. */
	readonly elsewhere?: true;
	readonly died?: true;
	/** Features of the parametric child by name. */
	readonly face?: Readonly<Record<string, string | number | boolean>>;
}

/** Something in my day: a card or own words, and how it is. */
export interface Moment {
	readonly part: 'morning' | 'day' | 'evening' | 'night';
	readonly card?: string;
	readonly words?: string;
	readonly feel?: Place;
}

/** Something in one of the three baskets: a card or own words. */
export interface Put {
	readonly box: 'good' | 'worries' | 'dreams';
	readonly card?: string;
	readonly words?: string;
}

/** Who should do what by when. */
export interface ToDo {
	readonly who: string | null;
	readonly whoWords?: string;
	readonly what?: string;
	readonly when?: 'soon' | 'before-next' | 'later';
}

/** How safe a place is. */
export type Safety = 'safe' | 'not-sure' | 'not-safe';

/** What is marked on the body. */
export type BodyMark = 'hurts' | 'itches' | 'good' | 'no-touch';

/** What was said, by kind of question (schema: `value.ts`). Absent words are absent, never an empty string. */
export type Value =
	| { readonly kind: 'pick' | 'part'; readonly chosen: readonly string[] }
	| { readonly kind: 'scale'; readonly chosen: string }
	/** Card id → place, in the order in which they were put. */
	| { readonly kind: 'sort'; readonly placed: readonly (readonly [string, Place])[] }
	| { readonly kind: 'then-now'; readonly then?: string; readonly now?: string }
	| { readonly kind: 'people'; readonly people: readonly Person[] }
	| {
			readonly kind: 'places';
			readonly placed: readonly (readonly [string, Safety])[];
			readonly own?: readonly { readonly name: string; readonly place: Safety }[];
	  }
	| { readonly kind: 'boxes'; readonly put: readonly Put[] }
	| { readonly kind: 'day'; readonly moments: readonly Moment[] }
	| { readonly kind: 'body'; readonly marks: readonly (readonly [string, BodyMark])[] }
	| { readonly kind: 'who-does-what'; readonly rows: readonly ToDo[] }
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
	/** The words of the kind's places (`kindRules`), by their id. */
	readonly places?: Readonly<Record<string, string>>;
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
	/** Where answers to the child are sealed to: their letter's reply key. Absent in views of earlier builds. */
	readonly reply?: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };
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
