import { queryOptions } from '@tanstack/react-query';
import * as api from './generated/operations.gen';
import type {
  ConfirmationDocumentDetails,
  DocumentContentDetails,
  DocumentDraftDetails,
  DocumentVersionContent,
  RosterPersonDetails,
} from './generated/types.gen';
import { query } from './query';

/** What stands of a person in the 体制; what this reader has no need of is masked. */
export type PersonFields = Omit<RosterPersonDetails, 'id' | 'roles' | 'erased' | 'hasAccount'>;

type Draft = DocumentContentDetails & Omit<DocumentDraftDetails, 'content'>;

/** The 確認書類 with its draft, whose content the server sends as a part of its own. */
export type ConfirmationDocument = Omit<ConfirmationDocumentDetails, 'draft'> & { draft: Draft | null };

export const withDraft = ({ draft, ...document }: ConfirmationDocumentDetails): ConfirmationDocument => {
  if (!draft) return { ...document, draft };
  const { content, ...beside } = draft;
  return { ...document, draft: { ...content, ...beside } };
};

export const documentQuery = (contractId: string) =>
  queryOptions({ ...query(api.getConfirmationDocument, { path: { contractId } }), select: withDraft });

export const documentVersionQuery = (contractId: string, number: number) =>
  queryOptions({
    ...query(api.getDocumentVersion, { path: { contractId, number } }),
    select: ({ details, content }: DocumentVersionContent) => ({ ...details, content }),
  });

export const documentDiffQuery = (contractId: string, from: number, to: number | 'draft') =>
  query(api.diffDocumentVersions, { path: { contractId, number: from, other: String(to) } });
