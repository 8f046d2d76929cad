import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import * as api from '../../api/generated/operations.gen';
import { query } from '../../api/query';
import { useSession } from '../../api/session';
import { Loaded } from '../../ui/Loaded';
import { Skeleton } from '../../ui/Skeleton';

const StartImport = lazy(() => import('./StartImport').then((module) => ({ default: module.StartImport })));

/** `/`: what is the acting role's to do, or the drop zone for who could register a contract and sees none yet. */
export function Start() {
  const { can } = useSession();
  return can.readContracts && can.registerContract ? <StartContracts /> : <FirstScreen />;
}

const anyContract = query(api.getContracts, { query: { limit: 1 } });

function StartContracts() {
  const contracts = useQuery(anyContract);
  if (contracts.data && contracts.data.total > 0) return <FirstScreen />;
  return contracts.data ? (
    <Suspense fallback={outline}>
      <StartImport />
    </Suspense>
  ) : (
    <div className="page">
      <Loaded query={contracts}>{() => null}</Loaded>
    </div>
  );
}

const outline = (
  <div className="page">
    <Skeleton />
  </div>
);

function FirstScreen() {
  const { can, acting } = useSession();
  if (can.readInbox) return <Navigate to="/inbox" replace />;
  if (can.readContracts) return <Navigate to="/contracts" replace />;
  if (can.enterPart) return <Navigate to="/parts" replace />;
  return <Navigate to="/organisations/$id" params={{ id: acting.organisationId }} replace />;
}
