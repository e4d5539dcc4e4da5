import type { Span } from "../model.ts";

/** A stretch of derived text and the stretch of source text that it stands for. */
export interface Run {
	/** Offset of the run in the derived text. */
	readonly target: number;
	readonly length: number;
	/** Offset of the run in the source text. */
	readonly source: number;
	readonly sourceLength: number;
}

/**
 * Maps offsets of a derived text (markup removed, entities decoded, characters folded) back to the text it was made from.
 * A run whose lengths are equal maps character by character; any other run is atomic: the whole of it stands for the whole
 * of its source (`&nbsp;` for one space, 國(guó) for 国). Offsets are UTF-16 code units.
 */
export class OffsetMap {
	private readonly runs: readonly Run[];

	/** @param runs ascending and gapless in `target`; source text between runs has no counterpart in the derived text. */
	constructor(runs: readonly Run[]) {
		this.runs = runs;
	}

	static identity(length: number, source = 0): OffsetMap {
		return new OffsetMap([{ target: 0, length, source, sourceLength: length }]);
	}

	/** The source span of a span of derived text: from the first character's source to the end of the last one's. */
	span(span: Span): Span {
		const start = this.startOf(span.start);
		return { start, end: span.end > span.start ? this.endOf(span.end) : start };
	}

	/** Where the character at `offset` begins in the source; the end of the source text for the end of the derived text. */
	startOf(offset: number): number {
		const run = this.runAt(offset);
		if (!run) {
			return 0;
		}
		if (offset >= run.target + run.length) {
			return run.source + run.sourceLength;
		}
		return run.length === run.sourceLength ? run.source + (offset - run.target) : run.source;
	}

	/** Where the character before `offset` ends in the source. */
	endOf(offset: number): number {
		const run = this.runAt(Math.max(0, offset - 1));
		if (!run || offset <= 0) {
			return run?.source ?? 0;
		}
		return run.length === run.sourceLength
			? run.source + Math.min(offset - run.target, run.length)
			: run.source + run.sourceLength;
	}

	/** This map after `inner`: derived text of derived text, straight back to the first source. */
	compose(inner: OffsetMap): OffsetMap {
		const runs: Run[] = [];
		for (const run of inner.runs) {
			if (run.length !== run.sourceLength) {
				const { start, end } = this.span({ start: run.source, end: run.source + run.sourceLength });
				runs.push({ target: run.target, length: run.length, source: start, sourceLength: end - start });
				continue;
			}
			// A character-by-character run may cross several runs of the outer map: cut it at their borders.
			for (let done = 0; done < run.length; ) {
				const outer = this.runAt(run.source + done);
				if (!outer) {
					break;
				}
				const into = run.source + done - outer.target;
				const length = Math.max(1, Math.min(run.length - done, outer.length - into));
				const linear = outer.length === outer.sourceLength;
				runs.push({
					target: run.target + done,
					length,
					source: linear ? outer.source + into : outer.source,
					sourceLength: linear ? length : outer.sourceLength,
				});
				done += length;
			}
		}
		return new OffsetMap(runs);
	}

	private runAt(offset: number): Run | undefined {
		let low = 0;
		let high = this.runs.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.runs[middle] as Run).target <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return this.runs[low];
	}
}
