/** A part of an address that says something. */
export const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Which inbox is being read one entry after the other, and where: `<scope>.<kind>.<sort>`. */
export const readingSearch = (search: Record<string, unknown>): { reading?: string } => ({
  reading: text(search.reading),
});
