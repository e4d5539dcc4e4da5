/**
 * Exact decimal numbers: `digits × 10^exponent`, never a binary float.
 *
 * Figures are decimals by nature ("20.46 billion"); what is not (a third, a rate implied by two amounts) is handled as a
 * pair of decimals and compared by cross-multiplication, so that nothing here ever rounds unless its name says so.
 */
export class Decimal {
	static readonly zero = new Decimal(0n, 0);
	static readonly one = new Decimal(1n, 0);

	/** The value is `digits × 10^exponent`; not normalised, so the printed precision survives ("2.50" keeps exponent -2). */
	constructor(
		readonly digits: bigint,
		readonly exponent: number,
	) {}

	/**
	 * Reads plain decimal text: optional sign, digits, optional fraction ("-12.50"). No grouping, no exponent.
	 * @throws RangeError when the text is not such a number.
	 */
	static parse(text: string): Decimal {
		const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
		const whole = parts?.[2] ?? "";
		const fraction = parts?.[3] ?? "";
		if (!parts || whole + fraction === "") {
			throw new RangeError(`not a decimal number: ${text}`);
		}
		const digits = BigInt(whole + fraction);
		return new Decimal(parts[1] === "-" ? -digits : digits, 0 - fraction.length);
	}

	/** @param value an integer; @throws RangeError for fractions and values beyond the safe integers. */
	static of(value: number | bigint): Decimal {
		return new Decimal(BigInt(value), 0);
	}

	get isZero(): boolean {
		return this.digits === 0n;
	}

	get sign(): -1 | 0 | 1 {
		return this.digits > 0n ? 1 : this.digits < 0n ? -1 : 0;
	}

	/** The same value × 10^power. */
	shift(power: number): Decimal {
		return new Decimal(this.digits, this.exponent + power);
	}

	negate(): Decimal {
		return new Decimal(-this.digits, this.exponent);
	}

	abs(): Decimal {
		return this.digits < 0n ? this.negate() : this;
	}

	plus(other: Decimal): Decimal {
		const exponent = Math.min(this.exponent, other.exponent);
		return new Decimal(this.digitsAt(exponent) + other.digitsAt(exponent), exponent);
	}

	minus(other: Decimal): Decimal {
		return this.plus(other.negate());
	}

	times(other: Decimal): Decimal {
		return new Decimal(this.digits * other.digits, this.exponent + other.exponent);
	}

	/** -1, 0 or 1 as this is below, equal to or above `other`. */
	compare(other: Decimal): -1 | 0 | 1 {
		if (this.exponent === other.exponent) {
			return this.digits < other.digits ? -1 : this.digits > other.digits ? 1 : 0;
		}
		const exponent = Math.min(this.exponent, other.exponent);
		const a = this.digitsAt(exponent);
		const b = other.digitsAt(exponent);
		return a < b ? -1 : a > b ? 1 : 0;
	}

	equals(other: Decimal): boolean {
		return this.compare(other) === 0;
	}

	/** This divided by `divisor`, rounded half away from zero to `significant` significant digits. @throws RangeError on a zero divisor. */
	dividedBy(divisor: Decimal, significant = 20): Decimal {
		if (divisor.digits === 0n) {
			throw new RangeError("division by zero");
		}
		const extra = Math.max(0, significant + 2 + digitCount(divisor.digits) - digitCount(this.digits));
		const quotient = (this.digits * 10n ** BigInt(extra)) / divisor.digits;
		return new Decimal(quotient, this.exponent - divisor.exponent - extra).round(significant);
	}

	/** Rounded half away from zero to `significant` significant digits. */
	round(significant: number): Decimal {
		return this.roundTo(this.exponent + Math.max(0, digitCount(this.digits) - significant));
	}

	/** Rounded half away from zero to a multiple of 10^exponent. */
	roundTo(exponent: number): Decimal {
		const drop = exponent - this.exponent;
		if (drop <= 0) {
			return this;
		}
		const unit = 10n ** BigInt(drop);
		const half = unit / 2n;
		const rounded = this.digits < 0n ? -((-this.digits + half) / unit) : (this.digits + half) / unit;
		return new Decimal(rounded, exponent);
	}

	/** Without trailing zeros in the digits; zero has exponent 0. */
	normalize(): Decimal {
		if (this.digits === 0n) {
			return Decimal.zero;
		}
		let { digits, exponent } = this;
		while (digits % 10n === 0n) {
			digits /= 10n;
			exponent += 1;
		}
		return new Decimal(digits, exponent);
	}

	/** Plain decimal text, exact, no exponent, no trailing zeros after the point ("20460000000", "0.1"). */
	toString(): string {
		const { digits, exponent } = this.normalize();
		const sign = digits < 0n ? "-" : "";
		const text = (digits < 0n ? -digits : digits).toString();
		if (exponent >= 0) {
			return sign + text + "0".repeat(exponent);
		}
		const padded = text.padStart(1 - exponent, "0");
		return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
	}

	/** The nearest double: for indexes and sorting only, never for a verdict. */
	toNumber(): number {
		return Number(this.toString());
	}

	private digitsAt(exponent: number): bigint {
		return this.exponent === exponent ? this.digits : this.digits * 10n ** BigInt(this.exponent - exponent);
	}
}

function digitCount(value: bigint): number {
	return (value < 0n ? -value : value).toString().length;
}
