import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { contractsQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { Skeleton } from '../../ui/Skeleton';

const StartImport = lazy(() => import('./StartImport').then((module) => ({ default: module.StartImport })));
const Contracts = lazy(() => import('../contracts/Contracts').then((module) => ({ default: module.ContractsScreen })));

/** `/`: what the acting role works on. */
export function Start() {
  const { can, acting } = useSession();
  if (can.readContracts) return <StartContracts />;
  if (can.enterPart) return <Navigate to="/parts" replace />;
  return <Navigate to="/organisations/$id" params={{ id: acting.organisationId }} replace />;
}

/** The drop zone for someone new who registers contracts, the contracts for everyone else. */
function StartContracts() {
  const t = useText();
  const { can } = useSession();
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
        contracts.data.total > 0 || !can.registerContract ? (
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
