export function ContractReports() {
  return null;
}
