/** How much a picture may hold. The studio stops before it; a picture beyond it is refused as `too-large`. */

/** At most: bytes, pages, items on a page, points of ink in all, characters of words in one place. */
export const most = {
	bytes: 4 * 1024 * 1024,
	pages: 12,
	items: 3000,
	points: 200_000,
	written: 200,
	words: 2000
} as const;
