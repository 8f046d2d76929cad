export function EditionDraftPage() {
  return null;
}
