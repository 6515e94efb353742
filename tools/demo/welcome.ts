/** What `npm start` prints: the addresses to open, and how to sign in. */
import type { DemoState } from './state.ts';

/** The text for a server at `origin`; `demo` is null where a real authority is served. */
export function welcome(origin: string, demo: DemoState | null): string {
	if (!demo) return `\nServing ${origin}\nDesk: ${origin}/staff\n\n`;
	const longest = Math.max(...demo.invitations.map(({ label }) => label.length));
	const children = demo.invitations.map(
		({ label, age, look, locale, fragment }) =>
			`  ${label.padEnd(longest)}  ${`${age}, ${look}, ${locale}`.padEnd(13)}  ${origin}/#${fragment}`
	);
	const people = demo.people.map(({ email, part }) => `  ${email.padEnd(26)}  ${part}`);
	const codes = demo.people.flatMap(({ part, code }) => (code ? [`${part}'s printed code: ${code}`] : []));
	return `
DEMONSTRATION authority: nothing sent to it is secret. Stop with Ctrl+C.

Children (open each in a window of its own):
${children.join('\n')}

  or open ${origin}/ and type six words, ${demo.invitations[0]?.label}'s:
  ${demo.invitations[0]?.words}

Desk: ${origin}/staff
  passphrase for signing in, everybody's:  ${demo.passphrase}
${people.join('\n')}

  passphrase that unlocks the keys of chair and deputy:  ${demo.keyPassphrase}
  ${codes.join('\n  ')}

`;
}
