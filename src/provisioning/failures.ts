/** What went wrong with one of many holds up nobody else, and is told once all were tried. */
export class Failures {
  /** Of whom. */
  readonly of = new Set<string>();
  readonly #what: string;
  readonly #mostInARow: number;
  #inARow = 0;
  #first: unknown;

  /** `what`: "could not be invited". So many failures `mostInARow` say that it is not about the single one. */
  constructor(what: string, mostInARow: number) {
    this.#what = what;
    this.#mostInARow = mostInARow;
  }

  /** Going on would only fail more. */
  get hopeless(): boolean {
    return this.#inARow >= this.#mostInARow;
  }

  /** Does `work` for `one`; notes its failure and gives whether it went well. */
  async guard(one: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#inARow = 0;
      return true;
    } catch (error) {
      this.note(one, error);
      return false;
    }
  }

  note(one: string, reason: unknown): void {
    this.of.add(one);
    this.#inARow += 1;
    this.#first ??= reason;
  }

  /** Throws when anything failed, with the first reason. */
  report(): void {
    if (this.of.size === 0) return;
    const reason = this.#first instanceof Error ? this.#first.message : String(this.#first);
    throw new Error(`${this.of.size} ${this.#what}; the first: ${reason}`, { cause: this.#first });
  }
}
