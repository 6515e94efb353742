/** Everything that is fetched when the studio opens, in one chunk: konva, perfect-freehand and what stands on them. */
import type { PageShape } from '../picture-model.ts';
import { Easel } from './easel.ts';

export { watchHand } from './hand.ts';
export { fillableAt } from '../paint/under.ts';
export { loadArt, stickersIn } from '../paint/art.ts';
export { loadLettersOf } from '../paint/paint-page.ts';
export type { Easel } from './easel.ts';

/** Sets an easel up in `container`. */
export const setUp = (container: HTMLDivElement, shape: PageShape): Easel => new Easel(container, shape);
