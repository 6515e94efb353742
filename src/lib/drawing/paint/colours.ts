/**
 * The colours on paper. The paper is paper in every theme, and a picture has the same colours on every screen, so these are
 * values and not tokens. The eight of the child stay apart for eyes that see red, green or blue otherwise
 * (`colours.test.ts` works out how they look to them) and each has a name that is shown and heard.
 */
import type { Role } from '../../picture/drawing.ts';
import type { ColourId } from '../picture-model.ts';

/** What each colour is on paper. */
export const colours: Readonly<Record<ColourId, string>> = {
	black: '#1b1f2e',
	brown: '#66400f',
	red: '#d83c24',
	orange: '#eda21d',
	yellow: '#fbe236',
	green: '#06a384',
	blue: '#3853ea',
	purple: '#88509a'
};

/** The paper before it is coloured. */
export const paperColour = '#ffffff';

/** The colours of the picture set on paper: its lines and what they enclose, as in the light theme. */
export const line = '#20263a';

const fills = {
	white: '#ffffff',
	sun: '#ffcf5c',
	coral: '#ffb09c',
	leaf: '#9ddcc0',
	sky: '#a5d0fa',
	plum: '#d3c1f5',
	dot: line
} as const;

/** How a shape of the set is painted: its fill and its line, each where it has one. */
export function paintOf(role: Role): { readonly fill?: string; readonly line?: string } {
	if (role === 'none') return { line };
	const bare = (role.startsWith('-') ? role.slice(1) : role) as keyof typeof fills;
	return role.startsWith('-') ? { fill: fills[bare] } : { fill: fills[bare], line };
}
