import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { contractsQuery } from '../../api/queries';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { Skeleton } from '../../ui/Skeleton';

const StartImport = lazy(() => import('./StartImport').then((module) => ({ default: module.StartImport })));
const Contracts = lazy(() => import('../contracts/Contracts').then((module) => ({ default: module.ContractsScreen })));

/** `/`: the drop zone for someone new, the contracts for everyone else. */
export function Start() {
  const t = useText();
  const contracts = useQuery(contractsQuery({}));
  return (
    <Suspense
      fallback={
        <div className="page">
          <Skeleton />
        </div>
      }
    >
      {contracts.data ? (
        contracts.data.total > 0 ? (
          <Contracts filter={{}} />
        ) : (
          <StartImport />
        )
      ) : (
        <div className="page">
          <h1 className="heading-1">{t('契約', 'Contracts')}</h1>
          <Loaded query={contracts}>{() => null}</Loaded>
        </div>
      )}
    </Suspense>
  );
}
