/** The words of each mail, in both languages one after the other: whoever gets it reads one of them. No name, no word of anybody's. */
import cy from '../../../../locales/cy/mail.json' with { type: 'json' };
import en from '../../../../locales/en/mail.json' with { type: 'json' };

/** What a mail can be about. */
export type MailKind = keyof typeof en;

/** Subject and text of a mail of `kind`; `desk` is the address to open. */
export function mailText(kind: MailKind, desk: string): { readonly subject: string; readonly text: string } {
	const said = [en[kind], cy[kind]];
	return {
		subject: said.map(({ subject }) => subject).join(' · '),
		text: said.map(({ text }) => text.replace('{{desk}}', desk)).join('\n\n—\n\n')
	};
}
