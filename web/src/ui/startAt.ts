/** Leaves this page of the browser for an address: what was in memory here is gone. */
export const startAt = (address: string) => location.assign(address);
