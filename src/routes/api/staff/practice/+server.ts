/** The practice packs of this authority, and the one it usually works by. */
import { findPack, packIds } from '$lib/practice/packs';
import { desk, json } from '$lib/server/route';

export const GET = desk((_event, { settings }) =>
	Promise.resolve(json({ usual: settings.pack, packs: packIds.map((id) => findPack(id)) }))
);
