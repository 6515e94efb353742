/** Stickers as paths to paint: fetched by group once, put together once for each face that they are drawn with. */
import type { Drawing } from '../../picture/drawing.ts';
import { drawFace, type FaceLook, type FaceShape } from '../../picture/face.ts';
import type { Feeling } from '../../picture/features.ts';
import { groups, type Group } from '../../picture/groups.ts';
import { groupOf } from '../../picture/names.ts';
import { people, someChild, type PersonName, type Standing } from '../../picture/people.ts';
import type { StickerId } from '../model/stickers.ts';
import type { Picture } from '../picture-model.ts';
import { paintOf } from './colours.ts';

/** One shape on a field of 100 × 100. */
interface Part {
	readonly path: Path2D;
	readonly fill?: string | undefined;
	readonly line?: string | undefined;
	readonly width: number;
}

const drawings = new Map<string, Drawing>();

/** Fetches the drawings of `stickers`. Rejects where the network fails; asking again tries again. */
export async function loadArt(stickers: Iterable<StickerId>): Promise<void> {
	const needed = new Set<Group>();
	for (const name of stickers) {
		const group = groupOf(name);
		if (group && !drawings.has(name)) needed.add(group);
	}
	for (const group of await Promise.all([...needed].map((name) => groups[name]())))
		for (const [name, drawing] of Object.entries<Drawing>(group)) drawings.set(name, drawing);
}

/** The stickers of a picture. */
export const stickersIn = ({ pages }: Picture): StickerId[] =>
	pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'sticker' ? [item.picture] : [])));

function faceParts(shapes: readonly FaceShape[], place: DOMMatrix): Part[] {
	return shapes.map(({ d, fill, line, width }) => {
		const path = new Path2D();
		path.addPath(new Path2D(d), place);
		return { path, fill, line, width: (width ?? 1) * place.a };
	});
}

function headParts(heads: readonly Standing[]): Part[] {
	return heads.flatMap(({ look, feel, x, y, scale }) => {
		const drawing = drawFace(look, feel);
		const place = new DOMMatrix().translate(x, y).scale(scale);
		// Where there is a wheelchair the bust is smaller (`face.ts`).
		const bust = drawing.transform ? place.translate(12, -0.5).scale(0.76) : place;
		return [
			...(heads.length === 1 ? faceParts(drawing.ground, place) : []),
			...faceParts(drawing.chair, place),
			...faceParts(drawing.bust, bust)
		];
	});
}

const made = new WeakMap<FaceLook, Map<StickerId, readonly Part[]>>();

/** The shapes of a sticker; none while its drawing is not there. */
export function partsOf(sticker: StickerId, face: FaceLook = someChild): readonly Part[] {
	const forFace = made.get(face) ?? new Map<StickerId, readonly Part[]>();
	made.set(face, forFace);
	const known = forFace.get(sticker);
	if (known) return known;
	const drawing = drawings.get(sticker);
	if (groupOf(sticker) !== null && !drawing) return [];
	const parts = drawing
		? drawing.map(([role, d]) => ({ path: new Path2D(d), ...paintOf(role), width: 3.4 }))
		: headParts(
				sticker.startsWith('face-')
					? [{ look: face, feel: sticker.slice(5) as Feeling, x: 0, y: 0, scale: 1 }]
					: people[sticker as PersonName](face)
			);
	forFace.set(sticker, parts);
	return parts;
}
