import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as api from '../../api/generated/operations.gen';
import type { ChroniclePlace } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { FileLink } from '../../ui/FileLink';

/** The screen where a thing is looked at. */
function screenOf({ noun, id, number }: ChroniclePlace, contractId: string) {
  const [params, ofContract] = [{ id }, { id: contractId }];
  switch (noun) {
    case 'ACT':
      return { to: '/authority-acts/$id' as const, params };
    case 'COMMUNICATION':
      return { to: '/communications/$id' as const, params };
    case 'REPORT':
      return { to: '/reports/$id' as const, params };
    case 'PRIOR_REPORT':
      return { to: '/contracts/$id/reports' as const, params: ofContract, hash: id };
    case 'CONFIRMATION_DOCUMENT':
      return { to: '/contracts/$id/confirmation-document' as const, params: ofContract };
    case 'PART':
      return { to: '/contracts/$id' as const, params: ofContract, hash: 'subcontractors' };
    case 'OBLIGATION':
      return {
        to: '/contracts/$id/obligations/$number' as const,
        params: { ...ofContract, number: String(number) },
      };
    default:
      return { to: '/contracts/$id' as const, params: ofContract };
  }
}

/** What is said of a thing, as a link to it; where it has no page any more, the words alone. */
export function ThingLink({
  contractId,
  place,
  children,
}: {
  contractId: string;
  place: ChroniclePlace | null;
  children: ReactNode;
}) {
  if (!place) return children;
  if (place.noun === 'FILE')
    return (
      <FileLink className="link" href={addressOf(api.getFileContent, { path: { fileId: place.id } })}>
        {children}
      </FileLink>
    );
  return (
    <Link {...screenOf(place, contractId)} className="link">
      {children}
    </Link>
  );
}
