/** What somebody was given beside the rules, as they and their manager read it. */
export type Override = {
	kind: 'extra-try' | 'exemption';
	/** `quiz:m1`, `lesson:a1` */
	unit: string;
	title: string;
	/** Only for whom it is about. */
	reason?: string;
	at: Date;
};
