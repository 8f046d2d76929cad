/** Where the reader was in the list, kept for this tab: whoever comes back goes on there. */
interface Place {
  /** The screen on which it was read. */
  address: string;
  at: number;
}
const KEY = 'inbox-place';

export const rememberPlace = (place: Place): void => sessionStorage.setItem(KEY, JSON.stringify(place));

export function lastPlace(): Place | null {
  const kept = sessionStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Place) : null;
}

/** The order in which somebody began to read, kept for this tab: what a step moves within the list moves nobody out of their place. */
const ORDER = 'inbox-order';

export function orderOf(reading: string, here: string, addresses: string[]): string[] {
  const kept = sessionStorage.getItem(ORDER);
  const before = kept ? (JSON.parse(kept) as { reading: string; addresses: string[] }) : null;
  const order =
    before?.reading === reading && before.addresses.includes(here)
      ? [...before.addresses, ...addresses.filter((one) => !before.addresses.includes(one))]
      : addresses;
  sessionStorage.setItem(ORDER, JSON.stringify({ reading, addresses: order }));
  return order;
}

/** A new reading begins in the order of the list as it stands. */
export const forgetOrder = (): void => sessionStorage.removeItem(ORDER);
