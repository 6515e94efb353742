/** Which ways something was said by: worked out from what is there, so that none is claimed that was taken back. */
import type { Answer, Way } from '../journey/answer.ts';
import { saidOf, type Made, type MadeForm, type MyWay } from '../journey/made.ts';

const wayOf: Readonly<Record<MadeForm, Way>> = { drawing: 'draw', photo: 'draw', recording: 'talk' };

/** The ways by which `said` was said, each once. */
export function waysOf(said: MyWay | null): readonly Way[] {
	const { words, made = [] } = saidOf(said ?? undefined) ?? {};
	return [
		...new Set([...made.map(({ form }) => wayOf[form]), ...(words === undefined ? [] : ['type' as const])])
	];
}

/** Kinds whose values nobody can write in. */
const onlyChosen: readonly string[] = ['pick', 'part', 'scale', 'sort', 'then-now', 'body', 'helped'];

/** The ways by which the value of `answer` was said, without those of what stands beside it. */
export const valueWays = ({ value, myWay, ways }: Answer): readonly Way[] =>
	ways.filter((way) => {
		if (!value || way === 'draw' || way === 'talk') return false;
		return way === 'picture' || myWay?.words === undefined || !onlyChosen.includes(value.kind);
	});

/** `made` with `change`; words that are blank are absent. */
export function changed(made: Made, change: Partial<Made>): Made {
	const { words, helperWords, ...rest } = { ...made, ...change };
	return {
		...rest,
		...(words?.trim() ? { words } : {}),
		...(helperWords?.trim() ? { helperWords } : {})
	};
}
