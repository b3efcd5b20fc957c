/** The latest few of what costs something to make, by two numbers. */

const KEPT = 8;

export class Latest<Value> {
  /** The latest first. */
  #all: { one: number; another: number; value: Value }[] = [];

  get(one: number, another: number, make: () => Value): Value {
    for (const known of this.#all)
      if (known.one === one && known.another === another) return known.value;
    const value = make();
    this.#all = [{ one, another, value }, ...this.#all.slice(0, KEPT - 1)];
    return value;
  }
}
