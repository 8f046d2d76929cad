import { useQuery } from '@tanstack/react-query';
import { documentDiffQuery } from '../../api/documents';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { DocumentDiffView } from './DocumentDiffView';

/** What a version changes against the one before: what the officer reads before she says 同意. */
export function DocumentChanges({ contractId, number }: { contractId: string; number: number }) {
  const t = useText();
  const diff = useQuery(documentDiffQuery(contractId, number - 1, number));
  return (
    <section className="my-6 rounded-12 border-2 border-blue-900 p-4">
      <h2 className="heading-2 mb-2">
        {t(`第${number - 1}版から変わったところ`, `Changed since version ${number - 1}`)}
      </h2>
      <Loaded query={diff}>{(data) => <DocumentDiffView diff={data} />}</Loaded>
    </section>
  );
}
