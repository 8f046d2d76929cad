/** What a request may have to wait for: that a person signs in again, or proves anew who is there. */
export type Wanted = 'sign-in' | 're-authentication';

interface Asked {
  wanted: Wanted;
  answer: Promise<boolean>;
  settle(isDone: boolean): void;
}

/**
 * Where requests wait for a person. All that are refused for the same reason wait together; a screen shows what is wanted,
 * and when it is done they are sent again, so that nobody types anything twice.
 */
export class Passage {
  #asked: Asked | null = null;
  readonly #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is wanted of the person now. */
  get wanted(): Wanted | null {
    return this.#asked?.wanted ?? null;
  }

  /** Asks the person; true when it is done, false when the person would rather not. Without a screen to ask on, false at once. */
  ask(wanted: Wanted): Promise<boolean> {
    if (this.#listeners.size === 0) return Promise.resolve(false);
    if (this.#asked?.wanted === wanted) return this.#asked.answer;
    // Who has to sign in again cannot prove anything else meanwhile: that question waits and is asked by its own request again.
    if (this.#asked?.wanted === 'sign-in') return this.#asked.answer;
    this.#asked?.settle(false);
    let settle: (isDone: boolean) => void = () => {};
    const answer = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    this.#asked = { wanted, answer, settle };
    this.#tell();
    return answer;
  }

  /** The person has done it, or does not want to. */
  settle(isDone: boolean): void {
    const asked = this.#asked;
    this.#asked = null;
    this.#tell();
    asked?.settle(isDone);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The one passage of this tab. */
export const passage = new Passage();

const wantedByCode: Record<string, Wanted> = {
  'sign-in-required': 'sign-in',
  'second-factor-required': 'sign-in',
  'enrol-second-factor': 'sign-in',
  're-authentication-required': 're-authentication',
};

/** What a person can do about a problem of this code. */
export const wantedBy = (code: string): Wanted | null => wantedByCode[code] ?? null;
