/**
 * The drawings that are here, and the fetching of the others. The core ones come with the code; each further group is a
 * chunk of its own, fetched once, when first asked for.
 */
import { core } from '../../picture/pictures/core.ts';
import type { Drawing } from '../../picture/drawing.ts';
import { groupOf, type PictureName } from '../../picture/names.ts';
import { groups, type Group } from '../../picture/groups.ts';

let here: Readonly<Record<string, Drawing>> = $state.raw(core);
const fetched = new Map<Group, Promise<void>>();

/** The drawing called `name`, or null while it is not here yet. Reactive. */
export const drawingOf = (name: PictureName): Drawing | null => here[name] ?? null;

/** Fetches a whole group, once. A failed fetch is forgotten, so that the next asking tries again. */
function fetchGroup(group: Group): Promise<void> {
	const known = fetched.get(group);
	if (known) return known;
	const arriving = groups[group]().then(
		(more) => {
			here = { ...here, ...more };
		},
		(reason: unknown) => {
			fetched.delete(group);
			throw reason;
		}
	);
	fetched.set(group, arriving);
	return arriving;
}

type HeadsComponent = (typeof import('../face/Heads.svelte'))['default'];
let heads: HeadsComponent | null = $state.raw(null);

/** What paints heads, or null while it is not here yet. Reactive. */
export const headsHere = (): HeadsComponent | null => heads;

/** Makes sure that the drawings of `names` are here. Throws where the network fails; asking again tries again. */
export async function loadPictures(names: readonly PictureName[]): Promise<void> {
	const needed = new Set(names.map(groupOf));
	needed.delete('core');
	await Promise.all(
		[...needed].map(async (group) => {
			if (group !== null) await fetchGroup(group);
			else heads ??= (await import('../face/Heads.svelte')).default;
		})
	);
}
