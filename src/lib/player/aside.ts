/** Pages that open over any screen, and close back to it. */
export type Aside =
	| 'menu'
	| 'unsafe'
	| 'advocate'
	| 'put-away'
	| 'settings'
	| 'rehearsal'
	| 'readers'
	| 'meeting'
	| 'my-way'
	| 'help'
	| 'lock'
	| 'answers'
	| 'earlier'
	| 'helper';
