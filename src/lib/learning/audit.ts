/** Something that was done, as it is read: by whom and to whom as long as they have an account. */
export type AuditShown = {
	at: Date;
	action: string;
	/** Absent when the account is gone. */
	actor?: string;
	subject?: string;
	/** Nobody did it: the course did, by a rule. */
	itself?: boolean;
	/** Whether it was about somebody, who may be gone. */
	about: boolean;
	detail: string | null;
};
