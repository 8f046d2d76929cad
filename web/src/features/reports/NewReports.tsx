export function NewReports() {
  return null;
}
