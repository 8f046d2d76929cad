export function EditionDiffPage() {
  return null;
}
