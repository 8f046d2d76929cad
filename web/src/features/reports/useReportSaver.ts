import { useQueryClient } from '@tanstack/react-query';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails } from '../../api/generated/types.gen';
import { mailQuery } from '../../api/queries';
import { refresh } from '../../api/query';
import { useSaver } from '../../saving/useSaver';

/** The saver of one report: its header and rows share one version. After a save the checks are read anew. */
export function useReportSaver(report: ReportDetails) {
  const queryClient = useQueryClient();
  const load = () => refresh(queryClient, api.getReport, { path: { id: report.id } });
  return useSaver<ReportDetails>(`report/${report.id}`, report, load, () => {
    void load().catch(() => {});
    void queryClient.invalidateQueries({ queryKey: mailQuery(report.id).queryKey });
  });
}
