import { useQueryClient } from '@tanstack/react-query';
import { get } from '../../api/client';
import { reportQuery } from '../../api/queries';
import type { Report } from '../../api/types';
import { api } from '../../paths';
import { useSaver } from '../../saving/useSaver';

/** The saver of one report: its header and rows share one version. After a save the checks are read anew. */
export function useReportSaver(report: Report) {
  const queryClient = useQueryClient();
  const { queryKey } = reportQuery(report.id);
  const load = async () => {
    const fresh = await get<Report>(api.report(report.id));
    queryClient.setQueryData(queryKey, fresh);
    return fresh;
  };
  return useSaver<Report>(`report/${report.id}`, report, load, () => {
    void load().catch(() => {});
    void queryClient.invalidateQueries({ queryKey: [...queryKey, 'mail'] });
  });
}
