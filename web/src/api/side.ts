import { useQuery } from '@tanstack/react-query';
import { get } from './client';

/** Which side of the contract the reader acts for; it words the screens and decides nothing else. */
export function useSide(): 'MINISTRY' | 'CONTRACTOR' {
  const session = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => get<{ acting: { organisationKind: string } | null }>('/api/session', signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return session.data?.acting?.organisationKind === 'MINISTRY_OFFICE' ? 'MINISTRY' : 'CONTRACTOR';
}
