/**
 * The state of a draft: everything that brings a child back to the same screen with the same answers. It is what the
 * player changes and what the draft store keeps sealed; nothing of it leaves the device before it is sent.
 */
import * as v from 'valibot';
import { sendable } from './answering.ts';
import type { Made } from './made.ts';
import type { Answer, DeviceMode, Mark, Present } from './answer.ts';
import { idText } from './limits.ts';
import { answerSchema, deviceSchema, presentSchema } from './schema.ts';
import { faceSchema, markSchema } from './value.ts';
import type { VersionId } from './version.ts';
import { versionIds } from './version.ts';

/** One child's unfinished (or already sent, and still changeable) views on this device. */
export interface DraftState {
	readonly format: 1;
	/** The journey that is being answered, as it was when the draft was begun. */
	readonly journey: { readonly id: string; readonly version: number };
	/** The version of the words. */
	readonly look: VersionId;
	/** The other two dials (`dials.ts`), once they were turned apart from the words. Absent: they follow `look`. */
	readonly dials?: { readonly dress: VersionId; readonly asks: VersionId } | undefined;
	readonly locale: string;
	/** Turns the order of options (`askQuestion`); made once per draft: 22 characters, base64url. */
	readonly seed: string;
	/** By question id. A question that nobody has touched is absent. */
	readonly answers: Readonly<Record<string, Answer>>;
	/** Where the child is: a step's id, or the name of a screen of the player's own. */
	readonly at: string;
	/** The child chose "more, if you like". */
	readonly more: boolean;
	readonly present: Present;
	readonly device: DeviceMode;
	readonly mark: Mark | null;
	/** The child's own face: features of the parametric child by name; null until made. */
	readonly face: Readonly<Record<string, string | number | boolean>> | null;
	/** What the child answers on their own (`player/own-part`): whether they do now, and what they answered so. Absent: never. */
	readonly own?: { readonly now: boolean; readonly questions: readonly string[] };
	/** How this child wants it to look, to sound and to be worked, as `access/settings` writes it. Absent: as the device has it. */
	readonly access?: Readonly<Record<string, string | number | boolean>>;
	/** What this device has sent for this invitation: `seq` is 0 before the first; `prev` as in `Views`. */
	readonly sent: { readonly seq: number; readonly prev: string | null };
}

/** Checks a kept draft after it has been opened: a damaged one is refused, never half used. */
export const draftStateSchema = v.strictObject({
	format: v.literal(1),
	journey: v.strictObject({ id: idText, version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
	look: v.picklist(versionIds),
	dials: v.optional(v.strictObject({ dress: v.picklist(versionIds), asks: v.picklist(versionIds) })),
	locale: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), v.maxLength(35)),
	seed: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
	answers: v.record(idText, answerSchema),
	at: v.pipe(v.string(), v.maxLength(120)),
	more: v.boolean(),
	present: presentSchema,
	device: deviceSchema,
	mark: v.nullable(markSchema),
	face: v.nullable(faceSchema),
	own: v.optional(v.strictObject({ now: v.boolean(), questions: v.pipe(v.array(idText), v.maxLength(200)) })),
	access: v.optional(faceSchema),
	sent: v.strictObject({
		seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
		prev: v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)))
	})
});

/** Nobody there, nothing said about it yet. */
export const nobodyPresent: Present = { who: [], how: [], steppedAway: false };

/** A draft nobody has answered yet. It begins at the player's own first screen. */
export const beginDraft = (
	journey: { readonly id: string; readonly version: number },
	with_: {
		readonly look: VersionId;
		readonly locale: string;
		readonly seed: string;
		readonly device: DeviceMode;
	}
): DraftState => ({
	format: 1,
	journey: { id: journey.id, version: journey.version },
	look: with_.look,
	locale: with_.locale,
	seed: with_.seed,
	answers: {},
	at: 'welcome',
	more: false,
	present: nobodyPresent,
	device: with_.device,
	mark: null,
	face: null,
	sent: { seq: 0, prev: null }
});

/**
 * `state` with how much of each made thing is really kept, by id (bytes, milliseconds). What nothing is kept of goes, and with
 * it an answer that says nothing else.
 */
export function withKept(
	state: DraftState,
	kept: ReadonlyMap<string, { readonly bytes: number; readonly until: number }>
): DraftState {
	const counted = (made: Made): Made => {
		const { bytes = 0, until = 0 } = kept.get(made.id) ?? {};
		return {
			...made,
			bytes,
			...(made.form === 'recording' ? { seconds: Math.round(until / 100) / 10 } : {})
		};
	};
	const answers = Object.entries(state.answers).flatMap(([id, answer]): [string, Answer][] => {
		if (!answer.myWay?.made) return [[id, answer]];
		const [left] = sendable([
			{ ...answer, myWay: { ...answer.myWay, made: answer.myWay.made.map(counted) } }
		]);
		return left ? [[id, left]] : [];
	});
	return { ...state, answers: Object.fromEntries(answers) };
}
