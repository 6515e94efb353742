/**
 * Two animals for a device key, the same on the child's and the worker's screen, so that a worker at a visit can see
 * that the device in front of them is the one that enrolled. Not a secret: 10 bits against mixing up, no more.
 */
import { createHash } from 'node:crypto';

/** The animals, by the id that the words for them stand under. */
export const animals = [
	...['badger', 'bear', 'bee', 'butterfly', 'camel', 'cat', 'cow', 'crab'],
	...['dog', 'dolphin', 'duck', 'elephant', 'fish', 'fox', 'frog', 'giraffe'],
	...['goat', 'hedgehog', 'hen', 'horse', 'lion', 'mouse', 'otter', 'owl'],
	...['penguin', 'pig', 'rabbit', 'seal', 'sheep', 'snail', 'squirrel', 'tortoise']
] as const;

/** An animal's id. */
export type Animal = (typeof animals)[number];

/** The two animals of the device key with `thumbprint`. */
export function animalsOf(thumbprint: string): readonly [Animal, Animal] {
	const hash = createHash('sha256').update(`vv1 animals ${thumbprint}`).digest();
	const pick = (at: number): Animal => animals[(hash[at] ?? 0) % animals.length] as Animal;
	return [pick(0), pick(1)];
}
