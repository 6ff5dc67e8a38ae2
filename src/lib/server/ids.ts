/** Whether a text from an address can be an id at all: the database stumbles over one that cannot. */
export const isId = (text: string): boolean =>
	/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
