/** How many letters have to be put in, left out or exchanged to make one word of the other. */
export function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

/** The one of `words` that was probably meant, or null: a slip of the finger or two away; more than that is another word. */
export function nearest<Word extends string>(word: string, words: readonly Word[]): Word | null {
	let best: Word | null = null;
	let bestDistance = Math.min(3, Math.floor(word.length / 2) + 1);
	// Longer words are none of ours, and comparing them would take as long as they are.
	for (const candidate of word.length > 100 ? [] : words) {
		const distance = editDistance(word, candidate);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
