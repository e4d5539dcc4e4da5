/**
 * A copy of a string that shares nothing with the string it was cut from. Engines cut strings by reference, so one kept block
 * would otherwise keep the whole version of the draft that it was cut from.
 */
export function detached(text: string): string {
	// Joining and cutting again makes the engine write the characters out.
	return ` ${text}`.slice(1);
}
