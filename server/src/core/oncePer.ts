/** A function that computes its answer once for each object, and forgets it with the object. */
export function oncePer<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
	const known = new WeakMap<Key, { readonly value: Value }>();
	return (key) => {
		let answer = known.get(key);
		if (!answer) {
			answer = { value: compute(key) };
			known.set(key, answer);
		}
		return answer.value;
	};
}
