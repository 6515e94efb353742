/**
 * What there is to press on the page as it stands, in the order of the page, in the groups that the eye sees. What is covered, shut
 * or away is not there. Words are not written by switch: there is the child's own way beside every field.
 */
import { isThere } from '../access/there.ts';

/** What can be pressed. */
export const pressable =
	'button, a[href], summary, select, input:not([type="text"], [type="search"], [type="email"], [type="file"], [type="hidden"])';

/** What belongs together: the innermost of these around a control. */
const together =
	'[role="group"], [role="radiogroup"], [role="tablist"], fieldset, dialog ul, header, .onward, ul';

/** Where a modal page is open, nothing else can be pressed. */
const modal = 'dialog[open]';

/** Everything to press in `root`, group by group. */
export function stopsIn(root: ParentNode): readonly (readonly HTMLElement[])[] {
	const within = root.querySelector(modal) ?? root;
	const groups: { readonly around: Element | null; readonly all: HTMLElement[] }[] = [];
	for (const element of within.querySelectorAll<HTMLElement>(pressable)) {
		if (!isThere(element)) continue;
		const around = element.closest(together);
		const last = groups.at(-1);
		if (last && last.around === around) last.all.push(element);
		else groups.push({ around, all: [element] });
	}
	return groups.map(({ all }) => all);
}
