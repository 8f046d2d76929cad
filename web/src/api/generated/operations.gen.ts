// This file is made by scripts/generate.mjs.
import type { Operation } from '../operation';
import type {
  AcceptAsArrivedData,
  AcceptAsArrivedResponses,
  AcceptInvitationData,
  AcceptInvitationResponses,
  ActAsData,
  ActAsResponses,
  AddDocumentPeopleData,
  AddDocumentPeopleResponses,
  AddExtraItemData,
  AddExtraItemResponses,
  AddPasskeyData,
  AddPasskeyResponses,
  AddSectionData,
  AddSectionResponses,
  AdoptEditionData,
  AdoptEditionResponses,
  AgreeConventionData,
  AgreeConventionResponses,
  AgreeReportingData,
  AgreeReportingResponses,
  AgreeRosterChangesData,
  AgreeRosterChangesResponses,
  AmendContractData,
  AmendContractResponses,
  AmendEditionDraftData,
  AmendEditionDraftResponses,
  AnswerActData,
  AnswerActResponses,
  AnswerQuestionsData,
  AnswerQuestionsResponses,
  AnswerReportQueryData,
  AnswerReportQueryResponses,
  AskForNewPasskeyData,
  AskForNewPasskeyResponses,
  AskForPasskeyData,
  AskForPasskeyResponses,
  AskForPasswordResetData,
  AskForPasswordResetResponses,
  AskForReauthenticationData,
  AskForReauthenticationResponses,
  AssessActData,
  AssessActResponses,
  AssignObligationData,
  AssignObligationResponses,
  BeginTotpData,
  BeginTotpResponses,
  CancelActData,
  CancelActResponses,
  ChangeActRequestData,
  ChangeActRequestResponses,
  ChangeActTargetData,
  ChangeActTargetResponses,
  ChangeAddresseeData,
  ChangeAddresseeResponses,
  ChangeDocumentMethodData,
  ChangeDocumentMethodResponses,
  ChangeDocumentOrganizationData,
  ChangeDocumentOrganizationResponses,
  ChangeDocumentPapersData,
  ChangeDocumentPapersResponses,
  ChangeDocumentPersonData,
  ChangeDocumentPersonResponses,
  ChangeOfficersData,
  ChangeOfficersResponses,
  ChangePasswordData,
  ChangePasswordResponses,
  ChangeReportHeaderData,
  ChangeReportHeaderResponses,
  ChangeReportRowData,
  ChangeReportRowResponses,
  ChangeSectionMailData,
  ChangeSectionMailResponses,
  ChangeSubcontractorData,
  ChangeSubcontractorResponses,
  ConfirmCommunicationData,
  ConfirmCommunicationResponses,
  ConfirmDecisionDraftData,
  ConfirmDecisionDraftResponses,
  ConfirmOutsideReviewData,
  ConfirmOutsideReviewResponses,
  ConfirmReceiptData,
  ConfirmReceiptResponses,
  ConfirmRecordData,
  ConfirmRecordResponses,
  ConfirmTotpData,
  ConfirmTotpResponses,
  CorrectActData,
  CorrectActResponses,
  CorrectCommunicationData,
  CorrectCommunicationResponses,
  CorrectContractData,
  CorrectContractResponses,
  CorrectDocumentSubmissionData,
  CorrectDocumentSubmissionResponses,
  CorrectDocumentSubmissionWayData,
  CorrectDocumentSubmissionWayResponses,
  CorrectReportDateData,
  CorrectReportDateResponses,
  CorrectSubmissionWayData,
  CorrectSubmissionWayResponses,
  CreateServiceAccountData,
  CreateServiceAccountResponses,
  DecideActData,
  DecideActResponses,
  DelegateData,
  DelegateResponses,
  DeliverActData,
  DeliverActResponses,
  DeliverCommunicationData,
  DeliverCommunicationResponses,
  DiffDocumentVersionsData,
  DiffDocumentVersionsResponses,
  DiffEditionsData,
  DiffEditionsResponses,
  DiscardDecisionDraftData,
  DiscardDecisionDraftResponses,
  DiscardDocumentDraftData,
  DiscardDocumentDraftResponses,
  DiscardReportData,
  DiscardReportResponses,
  DisposeReportData,
  DisposeReportResponses,
  DraftRemainingRowsData,
  DraftRemainingRowsResponses,
  DraftReportData,
  DraftReportResponses,
  DraftVerdictData,
  DraftVerdictResponses,
  EndDelegationData,
  EndDelegationResponses,
  EndMembershipData,
  EndMembershipResponses,
  EndServiceAccountData,
  EndServiceAccountResponses,
  EndSnoozeData,
  EndSnoozeResponses,
  EngageSubcontractorData,
  EngageSubcontractorResponses,
  EnterPartRowData,
  EnterPartRowResponses,
  EraseFileData,
  EraseFileResponses,
  ErasePersonData,
  ErasePersonResponses,
  ErasePersonOnRosterData,
  ErasePersonOnRosterResponses,
  FinaliseReportData,
  FinaliseReportResponses,
  FinaliseReportBatchData,
  FinaliseReportBatchResponses,
  FindRowInsufficientData,
  FindRowInsufficientResponses,
  GetAccountData,
  GetAccountResponses,
  GetActData,
  GetActResponses,
  GetActMailData,
  GetActMailResponses,
  GetActMailFileData,
  GetActMailFileResponses,
  GetActsData,
  GetActsResponses,
  GetArrivalData,
  GetArrivalResponses,
  GetAuditEventsData,
  GetAuditEventsResponses,
  GetCalendarData,
  GetCalendarResponses,
  GetCandidatesData,
  GetCandidatesResponses,
  GetChronicleData,
  GetChronicleResponses,
  GetChronicleFileData,
  GetChronicleFileResponses,
  GetCommunicationData,
  GetCommunicationResponses,
  GetCommunicationMailData,
  GetCommunicationMailResponses,
  GetCommunicationMailFileData,
  GetCommunicationMailFileResponses,
  GetCommunicationsData,
  GetCommunicationsResponses,
  GetConfirmationDocumentData,
  GetConfirmationDocumentResponses,
  GetContractData,
  GetContractResponses,
  GetContractHandoverData,
  GetContractHandoverResponses,
  GetContractHistoryData,
  GetContractHistoryResponses,
  GetContractPartsData,
  GetContractPartsResponses,
  GetContractsData,
  GetContractsResponses,
  GetCoverageData,
  GetCoverageResponses,
  GetDeadlinesData,
  GetDeadlinesResponses,
  GetDeliveriesData,
  GetDeliveriesResponses,
  GetDisclosureFormData,
  GetDisclosureFormResponses,
  GetDisclosuresData,
  GetDisclosuresResponses,
  GetDocumentFileData,
  GetDocumentFileResponses,
  GetDocumentHistoryData,
  GetDocumentHistoryResponses,
  GetDocumentVersionData,
  GetDocumentVersionResponses,
  GetDraftDocumentFileData,
  GetDraftDocumentFileResponses,
  GetEditionData,
  GetEditionResponses,
  GetEditionDraftData,
  GetEditionDraftResponses,
  GetEditionHistoryData,
  GetEditionHistoryResponses,
  GetEditionNamesData,
  GetEditionNamesResponses,
  GetEditionsData,
  GetEditionsResponses,
  GetFileData,
  GetFileResponses,
  GetFileContentData,
  GetFileContentResponses,
  GetInboxData,
  GetInboxResponses,
  GetInvitationData,
  GetInvitationResponses,
  GetInvitationsData,
  GetInvitationsResponses,
  GetMailReadingData,
  GetMailReadingResponses,
  GetMailTemplatePageData,
  GetMailTemplatePageResponses,
  GetMailTemplatesData,
  GetMailTemplatesResponses,
  GetObligationData,
  GetObligationResponses,
  GetObligationHistoryData,
  GetObligationHistoryResponses,
  GetObligationsData,
  GetObligationsResponses,
  GetOfficerHandoverData,
  GetOfficerHandoverResponses,
  GetOrganisationsData,
  GetOrganisationsResponses,
  GetOwnCalendarData,
  GetOwnCalendarResponses,
  GetOwnRemindersData,
  GetOwnRemindersResponses,
  GetOwnTelephoneData,
  GetOwnTelephoneResponses,
  GetPartData,
  GetPartResponses,
  GetPartsData,
  GetPartsResponses,
  GetPasswordResetData,
  GetPasswordResetResponses,
  GetPeopleData,
  GetPeopleResponses,
  GetPeriodsData,
  GetPeriodsResponses,
  GetPersonErasureData,
  GetPersonErasureResponses,
  GetPortfolioData,
  GetPortfolioResponses,
  GetPortfolioChoicesData,
  GetPortfolioChoicesResponses,
  GetPriorReportsData,
  GetPriorReportsResponses,
  GetProceduresData,
  GetProceduresResponses,
  GetProposalsData,
  GetProposalsResponses,
  GetQuestionsData,
  GetQuestionsResponses,
  GetReaffirmationData,
  GetReaffirmationResponses,
  GetReportData,
  GetReportResponses,
  GetReportAnswersMailFileData,
  GetReportAnswersMailFileResponses,
  GetReportBatchData,
  GetReportBatchResponses,
  GetReportBatchFormsData,
  GetReportBatchFormsResponses,
  GetReportFormData,
  GetReportFormResponses,
  GetReportMailData,
  GetReportMailResponses,
  GetReportMailFileData,
  GetReportMailFileResponses,
  GetReportsData,
  GetReportsResponses,
  GetReviewData,
  GetReviewResponses,
  GetRowThreadData,
  GetRowThreadResponses,
  GetServiceAccountsData,
  GetServiceAccountsResponses,
  GetSessionData,
  GetSessionResponses,
  GetSignInData,
  GetSignInResponses,
  GetSignInFailuresData,
  GetSignInFailuresResponses,
  GetSnoozesData,
  GetSnoozesResponses,
  GetSuccessionPreviewData,
  GetSuccessionPreviewResponses,
  GetTokensOfPersonData,
  GetTokensOfPersonResponses,
  GoToProviderData,
  GoToProviderWithInvitationData,
  GoToProviderWithInvitationResponses,
  GrantMembershipData,
  GrantMembershipResponses,
  HandOverObligationsData,
  HandOverObligationsResponses,
  ImportAnnexData,
  ImportAnnexResponses,
  InquireActData,
  InquireActResponses,
  InviteData,
  InviteResponses,
  IssueServiceTokenData,
  IssueServiceTokenResponses,
  IssueTokenData,
  IssueTokenResponses,
  KeepConditionData,
  KeepConditionResponses,
  KeepFileData,
  KeepFileResponses,
  KeepPartFileData,
  KeepPartFileResponses,
  KeepRecordData,
  KeepRecordResponses,
  LiftOverrideData,
  LiftOverrideResponses,
  LinkProviderData,
  LinkProviderResponses,
  MakeOwnCalendarData,
  MakeOwnCalendarResponses,
  MarkDisclosureData,
  MarkDisclosureResponses,
  MarkNoticeDoneData,
  MarkNoticeDoneResponses,
  MarkUnreadData,
  MarkUnreadResponses,
  NamePredecessorData,
  NamePredecessorResponses,
  NoteInternalApprovalData,
  NoteInternalApprovalResponses,
  ObjectToCommunicationData,
  ObjectToCommunicationResponses,
  ObjectToRecordData,
  ObjectToRecordResponses,
  OpenActData,
  OpenActResponses,
  OpenCommunicationData,
  OpenCommunicationResponses,
  OpenConfirmationDocumentData,
  OpenConfirmationDocumentResponses,
  OpenPriorReportData,
  OpenPriorReportResponses,
  OpenReportData,
  OpenReportResponses,
  OpenUnsubscribeData,
  OverrideStatusData,
  OverrideStatusResponses,
  PresentConfirmationDocumentData,
  PresentConfirmationDocumentResponses,
  PublishEditionDraftData,
  PublishEditionDraftResponses,
  ReadFormsData,
  ReadFormsResponses,
  ReadMailData,
  ReadMailResponses,
  ReaffirmRecordsData,
  ReaffirmRecordsResponses,
  ReauthenticateData,
  ReauthenticateResponses,
  RecordAnswersSentData,
  RecordAnswersSentResponses,
  RecordBounceData,
  RecordBounceResponses,
  RecordCommunicationData,
  RecordCommunicationResponses,
  RecordFromOutsideData,
  RecordFromOutsideResponses,
  RecordOutsideReviewData,
  RecordOutsideReviewResponses,
  RecordPriorReportData,
  RecordPriorReportResponses,
  RecordReceiptData,
  RecordReceiptResponses,
  RecordReceiptsData,
  RecordReceiptsResponses,
  RegisterContractData,
  RegisterContractResponses,
  RegisterOrganisationData,
  RegisterOrganisationResponses,
  ReleaseSubcontractorData,
  ReleaseSubcontractorResponses,
  RemoveDocumentPersonData,
  RemoveDocumentPersonResponses,
  RemovePasskeyData,
  RemovePasskeyResponses,
  RemoveTotpData,
  RemoveTotpResponses,
  RenameMyselfData,
  RenameMyselfResponses,
  RenameOrganisationData,
  RenameOrganisationResponses,
  RenewRecoveryCodesData,
  RenewRecoveryCodesResponses,
  ReportIncidentData,
  ReportIncidentResponses,
  RequestActData,
  RequestActResponses,
  RequestEditionAdoptionData,
  RequestEditionAdoptionResponses,
  ResetPasswordData,
  ResetPasswordResponses,
  ResetSignInData,
  ResetSignInResponses,
  ReviseEditionData,
  ReviseEditionResponses,
  RevokeDeviceData,
  RevokeDeviceResponses,
  RevokeOtherDevicesData,
  RevokeOtherDevicesResponses,
  RevokeOwnCalendarData,
  RevokeOwnCalendarResponses,
  RevokeServiceTokenData,
  RevokeServiceTokenResponses,
  RevokeTokenData,
  RevokeTokenResponses,
  SendReviewData,
  SendReviewResponses,
  SetComplianceMethodData,
  SetComplianceMethodResponses,
  SetDocumentEffectiveFromData,
  SetDocumentEffectiveFromResponses,
  SetMailSubjectData,
  SetMailSubjectResponses,
  SetNormsData,
  SetNormsResponses,
  SetOwnRemindersData,
  SetOwnRemindersResponses,
  SetOwnTelephoneData,
  SetOwnTelephoneResponses,
  SetRetentionData,
  SetRetentionResponses,
  SetReviewRulesData,
  SetReviewRulesResponses,
  SetSectionRemindersData,
  SetSectionRemindersResponses,
  SetStatementStatusData,
  SetStatementStatusResponses,
  SetStatusData,
  SetStatusResponses,
  SetUpData,
  SetUpResponses,
  ShowSecondFactorData,
  ShowSecondFactorResponses,
  SignContractData,
  SignContractResponses,
  SignInWithPasskeyData,
  SignInWithPasskeyResponses,
  SignInWithPasswordData,
  SignInWithPasswordResponses,
  SignOutData,
  SignOutResponses,
  SnoozeData,
  SnoozeResponses,
  StartDocumentDraftData,
  StartDocumentDraftResponses,
  StartEditionDraftData,
  StartEditionDraftResponses,
  StartReplacementData,
  StartReplacementResponses,
  StartReportBatchData,
  StartReportBatchResponses,
  StartUnderActData,
  StartUnderActResponses,
  SubmitConfirmationDocumentData,
  SubmitConfirmationDocumentResponses,
  SubmitReportData,
  SubmitReportResponses,
  SucceedOfficerData,
  SucceedOfficerResponses,
  TakeAnswersSentBackData,
  TakeAnswersSentBackResponses,
  TakeBackVerdictData,
  TakeBackVerdictResponses,
  TakeNoticeUpAgainData,
  TakeNoticeUpAgainResponses,
  TakeOverDocumentMethodData,
  TakeOverDocumentMethodResponses,
  TakeOverDocumentPartsData,
  TakeOverDocumentPartsResponses,
  TakeOverReportRowData,
  TakeOverReportRowResponses,
  TerminateContractData,
  TerminateContractResponses,
  UnlinkProviderData,
  UnlinkProviderResponses,
  UnsubscribeData,
  UnsubscribeResponses,
  UseActData,
  UseActResponses,
  WithdrawActData,
  WithdrawActResponses,
  WithdrawEditionData,
  WithdrawEditionResponses,
  WithdrawEditionAdoptionData,
  WithdrawEditionAdoptionResponses,
  WithdrawInvitationData,
  WithdrawInvitationResponses,
  WithdrawPriorReportData,
  WithdrawPriorReportResponses,
  WithdrawStatementStatusData,
  WithdrawStatementStatusResponses,
  WithdrawStatusData,
  WithdrawStatusResponses,
  WithdrawSubmissionData,
  WithdrawSubmissionResponses,
} from './types.gen';

export const acceptAsArrived = 'POST /api/invitations/arrival/acceptance' as Operation<AcceptAsArrivedData, AcceptAsArrivedResponses>;
export const acceptInvitation = 'POST /api/invitations/acceptance' as Operation<AcceptInvitationData, AcceptInvitationResponses>;
export const actAs = 'PUT /api/session/acting' as Operation<ActAsData, ActAsResponses>;
export const addDocumentPeople = 'POST /api/contracts/{contractId}/confirmation-document/draft/people' as Operation<AddDocumentPeopleData, AddDocumentPeopleResponses>;
export const addExtraItem = 'POST /api/contracts/{id}/extra-items' as Operation<AddExtraItemData, AddExtraItemResponses>;
export const addPasskey = 'POST /api/account/passkeys' as Operation<AddPasskeyData, AddPasskeyResponses>;
export const addSection = 'POST /api/organisations/{id}/sections' as Operation<AddSectionData, AddSectionResponses>;
export const adoptEdition = 'POST /api/editions/{code}/adoption' as Operation<AdoptEditionData, AdoptEditionResponses>;
export const agreeConvention = 'PUT /api/contracts/{id}/conventions/{convention}' as Operation<AgreeConventionData, AgreeConventionResponses>;
export const agreeReporting = 'PUT /api/contracts/{id}/reporting' as Operation<AgreeReportingData, AgreeReportingResponses>;
export const agreeRosterChanges = 'PUT /api/contracts/{id}/roster-changes' as Operation<AgreeRosterChangesData, AgreeRosterChangesResponses>;
export const amendContract = 'POST /api/contracts/{id}/amendments' as Operation<AmendContractData, AmendContractResponses>;
export const amendEditionDraft = 'PUT /api/edition-drafts/{id}' as Operation<AmendEditionDraftData, AmendEditionDraftResponses>;
export const answerAct = 'POST /api/authority-acts/{id}/answers' as Operation<AnswerActData, AnswerActResponses>;
export const answerQuestions = 'PUT /api/contracts/{id}/answers' as Operation<AnswerQuestionsData, AnswerQuestionsResponses>;
export const answerReportQuery = 'POST /api/reports/{id}/rows/{number}/answers' as Operation<AnswerReportQueryData, AnswerReportQueryResponses>;
export const askForNewPasskey = 'POST /api/account/passkeys/options' as Operation<AskForNewPasskeyData, AskForNewPasskeyResponses>;
export const askForPasskey = 'POST /api/sign-in/passkey/options' as Operation<AskForPasskeyData, AskForPasskeyResponses>;
export const askForPasswordReset = 'POST /api/password-resets' as Operation<AskForPasswordResetData, AskForPasswordResetResponses>;
export const askForReauthentication = 'POST /api/session/re-authentication/options' as Operation<AskForReauthenticationData, AskForReauthenticationResponses>;
export const assessAct = 'POST /api/authority-acts/{id}/assessments' as Operation<AssessActData, AssessActResponses>;
export const assignObligation = 'PUT /api/contracts/{contractId}/obligations/{number}/assignees' as Operation<AssignObligationData, AssignObligationResponses>;
export const beginTotp = 'POST /api/account/totp' as Operation<BeginTotpData, BeginTotpResponses>;
export const cancelAct = 'POST /api/authority-acts/{id}/cancellation' as Operation<CancelActData, CancelActResponses>;
export const changeActRequest = 'PUT /api/authority-acts/{id}/request' as Operation<ChangeActRequestData, ChangeActRequestResponses>;
export const changeActTarget = 'POST /api/authority-acts/{id}/target-changes' as Operation<ChangeActTargetData, ChangeActTargetResponses>;
export const changeAddressee = 'PUT /api/contracts/{id}/addressee' as Operation<ChangeAddresseeData, ChangeAddresseeResponses>;
export const changeDocumentMethod = 'PUT /api/contracts/{contractId}/confirmation-document/draft/methods/{number}' as Operation<ChangeDocumentMethodData, ChangeDocumentMethodResponses>;
export const changeDocumentOrganization = 'PUT /api/contracts/{contractId}/confirmation-document/draft/organization' as Operation<ChangeDocumentOrganizationData, ChangeDocumentOrganizationResponses>;
export const changeDocumentPapers = 'PUT /api/contracts/{contractId}/confirmation-document/draft/papers' as Operation<ChangeDocumentPapersData, ChangeDocumentPapersResponses>;
export const changeDocumentPerson = 'PUT /api/contracts/{contractId}/confirmation-document/draft/people/{personId}' as Operation<ChangeDocumentPersonData, ChangeDocumentPersonResponses>;
export const changeOfficers = 'PUT /api/contracts/{id}/officers' as Operation<ChangeOfficersData, ChangeOfficersResponses>;
export const changePassword = 'PUT /api/account/password' as Operation<ChangePasswordData, ChangePasswordResponses>;
export const changeReportHeader = 'PUT /api/reports/{id}/header' as Operation<ChangeReportHeaderData, ChangeReportHeaderResponses>;
export const changeReportRow = 'PUT /api/reports/{id}/rows/{number}' as Operation<ChangeReportRowData, ChangeReportRowResponses>;
export const changeSectionMail = 'PUT /api/organisations/{id}/sections/{sectionId}/mail' as Operation<ChangeSectionMailData, ChangeSectionMailResponses>;
export const changeSubcontractor = 'PUT /api/contracts/{id}/subcontractors/{subcontractorId}' as Operation<ChangeSubcontractorData, ChangeSubcontractorResponses>;
export const confirmCommunication = 'POST /api/communications/{id}/confirmation' as Operation<ConfirmCommunicationData, ConfirmCommunicationResponses>;
export const confirmDecisionDraft = 'POST /api/decision-drafts/{draftId}/confirmation' as Operation<ConfirmDecisionDraftData, ConfirmDecisionDraftResponses>;
export const confirmOutsideReview = 'POST /api/reports/{id}/outside-reviews/confirmation' as Operation<ConfirmOutsideReviewData, ConfirmOutsideReviewResponses>;
export const confirmReceipt = 'POST /api/reports/{id}/receipt/confirmation' as Operation<ConfirmReceiptData, ConfirmReceiptResponses>;
export const confirmRecord = 'POST /api/authority-acts/{id}/confirmation' as Operation<ConfirmRecordData, ConfirmRecordResponses>;
export const confirmTotp = 'POST /api/account/totp/confirmation' as Operation<ConfirmTotpData, ConfirmTotpResponses>;
export const correctAct = 'POST /api/authority-acts/{id}/corrections' as Operation<CorrectActData, CorrectActResponses>;
export const correctCommunication = 'POST /api/communications/{id}/corrections' as Operation<CorrectCommunicationData, CorrectCommunicationResponses>;
export const correctContract = 'POST /api/contracts/{id}/corrections' as Operation<CorrectContractData, CorrectContractResponses>;
export const correctDocumentSubmission = 'POST /api/contracts/{contractId}/confirmation-document/versions/{number}/corrections' as Operation<CorrectDocumentSubmissionData, CorrectDocumentSubmissionResponses>;
export const correctDocumentSubmissionWay = 'POST /api/contracts/{contractId}/confirmation-document/versions/{number}/submission/corrections' as Operation<CorrectDocumentSubmissionWayData, CorrectDocumentSubmissionWayResponses>;
export const correctReportDate = 'POST /api/reports/{id}/corrections' as Operation<CorrectReportDateData, CorrectReportDateResponses>;
export const correctSubmissionWay = 'POST /api/reports/{id}/submission/corrections' as Operation<CorrectSubmissionWayData, CorrectSubmissionWayResponses>;
export const createServiceAccount = 'POST /api/organisations/{id}/service-accounts' as Operation<CreateServiceAccountData, CreateServiceAccountResponses>;
export const decideAct = 'POST /api/authority-acts/{id}/decision' as Operation<DecideActData, DecideActResponses>;
export const delegate = 'POST /api/organisations/{id}/sections/{sectionId}/delegations' as Operation<DelegateData, DelegateResponses>;
export const deliverAct = 'POST /api/authority-acts/{id}/deliveries' as Operation<DeliverActData, DeliverActResponses>;
export const deliverCommunication = 'POST /api/communications/{id}/deliveries' as Operation<DeliverCommunicationData, DeliverCommunicationResponses>;
export const diffDocumentVersions = 'GET /api/contracts/{contractId}/confirmation-document/versions/{number}/diff/{other}' as Operation<DiffDocumentVersionsData, DiffDocumentVersionsResponses>;
export const diffEditions = 'GET /api/editions/{code}/diff/{other}' as Operation<DiffEditionsData, DiffEditionsResponses>;
export const discardDecisionDraft = 'DELETE /api/decision-drafts/{draftId}' as Operation<DiscardDecisionDraftData, DiscardDecisionDraftResponses>;
export const discardDocumentDraft = 'DELETE /api/contracts/{contractId}/confirmation-document/draft' as Operation<DiscardDocumentDraftData, DiscardDocumentDraftResponses>;
export const discardReport = 'DELETE /api/reports/{id}' as Operation<DiscardReportData, DiscardReportResponses>;
export const disposeReport = 'POST /api/reports/{id}/disposal' as Operation<DisposeReportData, DisposeReportResponses>;
export const draftRemainingRows = 'POST /api/reports/{id}/review/remaining-rows' as Operation<DraftRemainingRowsData, DraftRemainingRowsResponses>;
export const draftReport = 'POST /api/contracts/{contractId}/reports' as Operation<DraftReportData, DraftReportResponses>;
export const draftVerdict = 'PUT /api/reports/{id}/review/rows/{number}' as Operation<DraftVerdictData, DraftVerdictResponses>;
export const endDelegation = 'DELETE /api/organisations/{id}/sections/{sectionId}/delegations/{delegationId}' as Operation<EndDelegationData, EndDelegationResponses>;
export const endMembership = 'DELETE /api/memberships/{id}' as Operation<EndMembershipData, EndMembershipResponses>;
export const endServiceAccount = 'DELETE /api/service-accounts/{serviceAccountId}' as Operation<EndServiceAccountData, EndServiceAccountResponses>;
export const endSnooze = 'POST /api/reminders/snoozes/end' as Operation<EndSnoozeData, EndSnoozeResponses>;
export const engageSubcontractor = 'POST /api/contracts/{id}/subcontractors' as Operation<EngageSubcontractorData, EngageSubcontractorResponses>;
export const enterPartRow = 'PUT /api/parts/{id}/rows/{number}' as Operation<EnterPartRowData, EnterPartRowResponses>;
export const eraseFile = 'PUT /api/files/{fileId}/erasure' as Operation<EraseFileData, EraseFileResponses>;
export const erasePerson = 'POST /api/people/{personId}/erasure' as Operation<ErasePersonData, ErasePersonResponses>;
export const erasePersonOnRoster = 'POST /api/contracts/{contractId}/confirmation-document/people/{personId}/erasure' as Operation<ErasePersonOnRosterData, ErasePersonOnRosterResponses>;
export const finaliseReport = 'POST /api/reports/{id}/finalisation' as Operation<FinaliseReportData, FinaliseReportResponses>;
export const finaliseReportBatch = 'POST /api/report-batches/{id}/finalisation' as Operation<FinaliseReportBatchData, FinaliseReportBatchResponses>;
export const findRowInsufficient = 'POST /api/reports/{id}/review/rows/{number}/insufficiency' as Operation<FindRowInsufficientData, FindRowInsufficientResponses>;
export const getAccount = 'GET /api/account' as Operation<GetAccountData, GetAccountResponses>;
export const getAct = 'GET /api/authority-acts/{id}' as Operation<GetActData, GetActResponses>;
export const getActMail = 'GET /api/authority-acts/{id}/mail' as Operation<GetActMailData, GetActMailResponses>;
export const getActMailFile = 'GET /api/authority-acts/{id}/mail.eml' as Operation<GetActMailFileData, GetActMailFileResponses>;
export const getActs = 'GET /api/contracts/{contractId}/authority-acts' as Operation<GetActsData, GetActsResponses>;
export const getArrival = 'GET /api/invitations/arrival' as Operation<GetArrivalData, GetArrivalResponses>;
export const getAuditEvents = 'GET /api/audit-events' as Operation<GetAuditEventsData, GetAuditEventsResponses>;
export const getCalendar = 'GET /api/calendars/{token}' as Operation<GetCalendarData, GetCalendarResponses>;
export const getCandidates = 'GET /api/contracts/{id}/candidates' as Operation<GetCandidatesData, GetCandidatesResponses>;
export const getChronicle = 'GET /api/contracts/{contractId}/chronicle' as Operation<GetChronicleData, GetChronicleResponses>;
export const getChronicleFile = 'GET /api/contracts/{contractId}/chronicle.{extension}' as Operation<GetChronicleFileData, GetChronicleFileResponses>;
export const getCommunication = 'GET /api/communications/{id}' as Operation<GetCommunicationData, GetCommunicationResponses>;
export const getCommunicationMail = 'GET /api/communications/{id}/mail' as Operation<GetCommunicationMailData, GetCommunicationMailResponses>;
export const getCommunicationMailFile = 'GET /api/communications/{id}/mail.eml' as Operation<GetCommunicationMailFileData, GetCommunicationMailFileResponses>;
export const getCommunications = 'GET /api/contracts/{contractId}/communications' as Operation<GetCommunicationsData, GetCommunicationsResponses>;
export const getConfirmationDocument = 'GET /api/contracts/{contractId}/confirmation-document' as Operation<GetConfirmationDocumentData, GetConfirmationDocumentResponses>;
export const getContract = 'GET /api/contracts/{id}' as Operation<GetContractData, GetContractResponses>;
export const getContractHandover = 'GET /api/contracts/{contractId}/handover.{extension}' as Operation<GetContractHandoverData, GetContractHandoverResponses>;
export const getContractHistory = 'GET /api/contracts/{id}/history' as Operation<GetContractHistoryData, GetContractHistoryResponses>;
export const getContractParts = 'GET /api/contracts/{contractId}/parts' as Operation<GetContractPartsData, GetContractPartsResponses>;
export const getContracts = 'GET /api/contracts' as Operation<GetContractsData, GetContractsResponses>;
export const getCoverage = 'POST /api/contracts/{contractId}/coverage' as Operation<GetCoverageData, GetCoverageResponses>;
export const getDeadlines = 'GET /api/deadlines' as Operation<GetDeadlinesData, GetDeadlinesResponses>;
export const getDeliveries = 'GET /api/deliveries' as Operation<GetDeliveriesData, GetDeliveriesResponses>;
export const getDisclosureForm = 'GET /api/reports/{id}/disclosures/{number}/form.pdf' as Operation<GetDisclosureFormData, GetDisclosureFormResponses>;
export const getDisclosures = 'GET /api/reports/{id}/disclosures' as Operation<GetDisclosuresData, GetDisclosuresResponses>;
export const getDocumentFile = 'GET /api/contracts/{contractId}/confirmation-document/versions/{number}/document.{extension}' as Operation<GetDocumentFileData, GetDocumentFileResponses>;
export const getDocumentHistory = 'GET /api/contracts/{contractId}/confirmation-document/history' as Operation<GetDocumentHistoryData, GetDocumentHistoryResponses>;
export const getDocumentVersion = 'GET /api/contracts/{contractId}/confirmation-document/versions/{number}' as Operation<GetDocumentVersionData, GetDocumentVersionResponses>;
export const getDraftDocumentFile = 'GET /api/contracts/{contractId}/confirmation-document/draft/document.{extension}' as Operation<GetDraftDocumentFileData, GetDraftDocumentFileResponses>;
export const getEdition = 'GET /api/editions/{code}' as Operation<GetEditionData, GetEditionResponses>;
export const getEditionDraft = 'GET /api/edition-drafts/{id}' as Operation<GetEditionDraftData, GetEditionDraftResponses>;
export const getEditionHistory = 'GET /api/editions/{code}/history' as Operation<GetEditionHistoryData, GetEditionHistoryResponses>;
export const getEditionNames = 'GET /api/edition-names' as Operation<GetEditionNamesData, GetEditionNamesResponses>;
export const getEditions = 'GET /api/editions' as Operation<GetEditionsData, GetEditionsResponses>;
export const getFile = 'GET /api/files/{fileId}' as Operation<GetFileData, GetFileResponses>;
export const getFileContent = 'GET /api/files/{fileId}/content' as Operation<GetFileContentData, GetFileContentResponses>;
export const getInbox = 'GET /api/inbox' as Operation<GetInboxData, GetInboxResponses>;
export const getInvitation = 'POST /api/invitations/opening' as Operation<GetInvitationData, GetInvitationResponses>;
export const getInvitations = 'GET /api/organisations/{id}/invitations' as Operation<GetInvitationsData, GetInvitationsResponses>;
export const getMailReading = 'GET /api/mail-readings/{fileId}' as Operation<GetMailReadingData, GetMailReadingResponses>;
export const getMailTemplatePage = 'GET /api/mail-templates/{name}/page' as Operation<GetMailTemplatePageData, GetMailTemplatePageResponses>;
export const getMailTemplates = 'GET /api/mail-templates' as Operation<GetMailTemplatesData, GetMailTemplatesResponses>;
export const getObligation = 'GET /api/contracts/{contractId}/obligations/{number}' as Operation<GetObligationData, GetObligationResponses>;
export const getObligationHistory = 'GET /api/contracts/{contractId}/obligations/{number}/history' as Operation<GetObligationHistoryData, GetObligationHistoryResponses>;
export const getObligations = 'GET /api/contracts/{contractId}/obligations' as Operation<GetObligationsData, GetObligationsResponses>;
export const getOfficerHandover = 'GET /api/sections/{sectionId}/people/{personId}/handover.{extension}' as Operation<GetOfficerHandoverData, GetOfficerHandoverResponses>;
export const getOrganisations = 'GET /api/organisations' as Operation<GetOrganisationsData, GetOrganisationsResponses>;
export const getOwnCalendar = 'GET /api/account/calendar' as Operation<GetOwnCalendarData, GetOwnCalendarResponses>;
export const getOwnReminders = 'GET /api/account/reminders' as Operation<GetOwnRemindersData, GetOwnRemindersResponses>;
export const getOwnTelephone = 'GET /api/account/telephone' as Operation<GetOwnTelephoneData, GetOwnTelephoneResponses>;
export const getPart = 'GET /api/parts/{id}' as Operation<GetPartData, GetPartResponses>;
export const getParts = 'GET /api/parts' as Operation<GetPartsData, GetPartsResponses>;
export const getPasswordReset = 'POST /api/password-resets/opening' as Operation<GetPasswordResetData, GetPasswordResetResponses>;
export const getPeople = 'GET /api/organisations/{id}/people' as Operation<GetPeopleData, GetPeopleResponses>;
export const getPeriods = 'GET /api/contracts/{contractId}/periods' as Operation<GetPeriodsData, GetPeriodsResponses>;
export const getPersonErasure = 'GET /api/people/{personId}/erasure' as Operation<GetPersonErasureData, GetPersonErasureResponses>;
export const getPortfolio = 'GET /api/portfolio' as Operation<GetPortfolioData, GetPortfolioResponses>;
export const getPortfolioChoices = 'GET /api/portfolio-choices' as Operation<GetPortfolioChoicesData, GetPortfolioChoicesResponses>;
export const getPriorReports = 'GET /api/contracts/{contractId}/prior-reports' as Operation<GetPriorReportsData, GetPriorReportsResponses>;
export const getProcedures = 'GET /api/contracts/{contractId}/procedures' as Operation<GetProceduresData, GetProceduresResponses>;
export const getProposals = 'GET /api/contracts/{id}/proposals' as Operation<GetProposalsData, GetProposalsResponses>;
export const getQuestions = 'GET /api/contracts/{id}/questions' as Operation<GetQuestionsData, GetQuestionsResponses>;
export const getReaffirmation = 'GET /api/contracts/{contractId}/reaffirmation' as Operation<GetReaffirmationData, GetReaffirmationResponses>;
export const getReport = 'GET /api/reports/{id}' as Operation<GetReportData, GetReportResponses>;
export const getReportAnswersMailFile = 'GET /api/reports/{id}/answers/mail.eml' as Operation<GetReportAnswersMailFileData, GetReportAnswersMailFileResponses>;
export const getReportBatch = 'GET /api/report-batches/{id}' as Operation<GetReportBatchData, GetReportBatchResponses>;
export const getReportBatchForms = 'GET /api/report-batches/{id}/forms.zip' as Operation<GetReportBatchFormsData, GetReportBatchFormsResponses>;
export const getReportForm = 'GET /api/reports/{id}/form.{extension}' as Operation<GetReportFormData, GetReportFormResponses>;
export const getReportMail = 'GET /api/reports/{id}/mail' as Operation<GetReportMailData, GetReportMailResponses>;
export const getReportMailFile = 'GET /api/reports/{id}/mail.eml' as Operation<GetReportMailFileData, GetReportMailFileResponses>;
export const getReports = 'GET /api/contracts/{contractId}/reports' as Operation<GetReportsData, GetReportsResponses>;
export const getReview = 'GET /api/reports/{id}/review' as Operation<GetReviewData, GetReviewResponses>;
export const getRowThread = 'GET /api/contracts/{contractId}/threads/{number}' as Operation<GetRowThreadData, GetRowThreadResponses>;
export const getServiceAccounts = 'GET /api/organisations/{id}/service-accounts' as Operation<GetServiceAccountsData, GetServiceAccountsResponses>;
export const getSession = 'GET /api/session' as Operation<GetSessionData, GetSessionResponses>;
export const getSignIn = 'GET /api/sign-in' as Operation<GetSignInData, GetSignInResponses>;
export const getSignInFailures = 'GET /api/sign-in-failures' as Operation<GetSignInFailuresData, GetSignInFailuresResponses>;
export const getSnoozes = 'GET /api/reminders/snoozes' as Operation<GetSnoozesData, GetSnoozesResponses>;
export const getSuccessionPreview = 'GET /api/sections/{sectionId}/successions/preview' as Operation<GetSuccessionPreviewData, GetSuccessionPreviewResponses>;
export const getTokensOfPerson = 'GET /api/organisations/{id}/people/{personId}/tokens' as Operation<GetTokensOfPersonData, GetTokensOfPersonResponses>;
export const goToProvider = 'GET /api/sign-in/providers/{provider}' as Operation<GoToProviderData, unknown>;
export const goToProviderWithInvitation = 'POST /api/sign-in/providers/{provider}' as Operation<GoToProviderWithInvitationData, GoToProviderWithInvitationResponses>;
export const grantMembership = 'POST /api/organisations/{id}/people/{personId}/memberships' as Operation<GrantMembershipData, GrantMembershipResponses>;
export const handOverObligations = 'POST /api/contracts/{contractId}/obligations/handover' as Operation<HandOverObligationsData, HandOverObligationsResponses>;
export const importAnnex = 'POST /api/annex-imports' as Operation<ImportAnnexData, ImportAnnexResponses>;
export const inquireAct = 'POST /api/authority-acts/{id}/inquiries' as Operation<InquireActData, InquireActResponses>;
export const invite = 'POST /api/organisations/{id}/invitations' as Operation<InviteData, InviteResponses>;
export const issueServiceToken = 'POST /api/service-accounts/{serviceAccountId}/tokens' as Operation<IssueServiceTokenData, IssueServiceTokenResponses>;
export const issueToken = 'POST /api/account/tokens' as Operation<IssueTokenData, IssueTokenResponses>;
export const keepCondition = 'POST /api/authority-acts/{id}/conditions-kept' as Operation<KeepConditionData, KeepConditionResponses>;
export const keepFile = 'POST /api/contracts/{contractId}/files' as Operation<KeepFileData, KeepFileResponses>;
export const keepPartFile = 'POST /api/parts/{id}/files' as Operation<KeepPartFileData, KeepPartFileResponses>;
export const keepRecord = 'POST /api/contracts/{contractId}/obligations/{number}/look' as Operation<KeepRecordData, KeepRecordResponses>;
export const liftOverride = 'DELETE /api/contracts/{contractId}/obligations/{number}/override' as Operation<LiftOverrideData, LiftOverrideResponses>;
export const linkProvider = 'POST /api/account/providers/{provider}' as Operation<LinkProviderData, LinkProviderResponses>;
export const makeOwnCalendar = 'POST /api/account/calendar' as Operation<MakeOwnCalendarData, MakeOwnCalendarResponses>;
export const markDisclosure = 'POST /api/reports/{id}/disclosures' as Operation<MarkDisclosureData, MarkDisclosureResponses>;
export const markNoticeDone = 'POST /api/inbox/{type}/{id}/done' as Operation<MarkNoticeDoneData, MarkNoticeDoneResponses>;
export const markUnread = 'POST /api/inbox/{type}/{id}/unread' as Operation<MarkUnreadData, MarkUnreadResponses>;
export const namePredecessor = 'PUT /api/contracts/{id}/predecessor' as Operation<NamePredecessorData, NamePredecessorResponses>;
export const noteInternalApproval = 'PUT /api/reports/{id}/review/internal-approval' as Operation<NoteInternalApprovalData, NoteInternalApprovalResponses>;
export const objectToCommunication = 'POST /api/communications/{id}/objection' as Operation<ObjectToCommunicationData, ObjectToCommunicationResponses>;
export const objectToRecord = 'POST /api/authority-acts/{id}/objection' as Operation<ObjectToRecordData, ObjectToRecordResponses>;
export const openAct = 'POST /api/authority-acts/{id}/opening' as Operation<OpenActData, OpenActResponses>;
export const openCommunication = 'POST /api/communications/{id}/opening' as Operation<OpenCommunicationData, OpenCommunicationResponses>;
export const openConfirmationDocument = 'POST /api/contracts/{contractId}/confirmation-document/opening' as Operation<OpenConfirmationDocumentData, OpenConfirmationDocumentResponses>;
export const openPriorReport = 'POST /api/prior-reports/{id}/opening' as Operation<OpenPriorReportData, OpenPriorReportResponses>;
export const openReport = 'POST /api/reports/{id}/opening' as Operation<OpenReportData, OpenReportResponses>;
export const openUnsubscribe = 'GET /api/unsubscribe/{token}' as Operation<OpenUnsubscribeData, unknown>;
export const overrideStatus = 'PUT /api/contracts/{contractId}/obligations/{number}/override' as Operation<OverrideStatusData, OverrideStatusResponses>;
export const presentConfirmationDocument = 'POST /api/contracts/{contractId}/confirmation-document/versions' as Operation<PresentConfirmationDocumentData, PresentConfirmationDocumentResponses>;
export const publishEditionDraft = 'POST /api/edition-drafts/{id}/publish' as Operation<PublishEditionDraftData, PublishEditionDraftResponses>;
export const readForms = 'POST /api/form-readings' as Operation<ReadFormsData, ReadFormsResponses>;
export const readMail = 'POST /api/contracts/{contractId}/mail-readings' as Operation<ReadMailData, ReadMailResponses>;
export const reaffirmRecords = 'POST /api/contracts/{contractId}/reaffirmation' as Operation<ReaffirmRecordsData, ReaffirmRecordsResponses>;
export const reauthenticate = 'POST /api/session/re-authentication' as Operation<ReauthenticateData, ReauthenticateResponses>;
export const recordAnswersSent = 'POST /api/reports/{id}/answers/sending' as Operation<RecordAnswersSentData, RecordAnswersSentResponses>;
export const recordBounce = 'POST /api/deliveries/bounces' as Operation<RecordBounceData, RecordBounceResponses>;
export const recordCommunication = 'POST /api/contracts/{contractId}/communications' as Operation<RecordCommunicationData, RecordCommunicationResponses>;
export const recordFromOutside = 'POST /api/authority-acts/{id}/outside-records' as Operation<RecordFromOutsideData, RecordFromOutsideResponses>;
export const recordOutsideReview = 'POST /api/reports/{id}/outside-reviews' as Operation<RecordOutsideReviewData, RecordOutsideReviewResponses>;
export const recordPriorReport = 'POST /api/contracts/{contractId}/prior-reports' as Operation<RecordPriorReportData, RecordPriorReportResponses>;
export const recordReceipt = 'POST /api/reports/{id}/receipt' as Operation<RecordReceiptData, RecordReceiptResponses>;
export const recordReceipts = 'POST /api/reports/receipts' as Operation<RecordReceiptsData, RecordReceiptsResponses>;
export const registerContract = 'POST /api/contracts' as Operation<RegisterContractData, RegisterContractResponses>;
export const registerOrganisation = 'POST /api/organisations' as Operation<RegisterOrganisationData, RegisterOrganisationResponses>;
export const releaseSubcontractor = 'DELETE /api/contracts/{id}/subcontractors/{subcontractorId}' as Operation<ReleaseSubcontractorData, ReleaseSubcontractorResponses>;
export const removeDocumentPerson = 'DELETE /api/contracts/{contractId}/confirmation-document/draft/people/{personId}' as Operation<RemoveDocumentPersonData, RemoveDocumentPersonResponses>;
export const removePasskey = 'DELETE /api/account/passkeys/{passkeyId}' as Operation<RemovePasskeyData, RemovePasskeyResponses>;
export const removeTotp = 'DELETE /api/account/totp' as Operation<RemoveTotpData, RemoveTotpResponses>;
export const renameMyself = 'PUT /api/account/name' as Operation<RenameMyselfData, RenameMyselfResponses>;
export const renameOrganisation = 'PUT /api/organisations/{id}/name' as Operation<RenameOrganisationData, RenameOrganisationResponses>;
export const renewRecoveryCodes = 'POST /api/account/recovery-codes' as Operation<RenewRecoveryCodesData, RenewRecoveryCodesResponses>;
export const reportIncident = 'POST /api/contracts/{contractId}/incidents' as Operation<ReportIncidentData, ReportIncidentResponses>;
export const requestAct = 'POST /api/contracts/{contractId}/authority-acts' as Operation<RequestActData, RequestActResponses>;
export const requestEditionAdoption = 'POST /api/editions/{code}/adoption-request' as Operation<RequestEditionAdoptionData, RequestEditionAdoptionResponses>;
export const resetPassword = 'POST /api/password-resets/completion' as Operation<ResetPasswordData, ResetPasswordResponses>;
export const resetSignIn = 'POST /api/organisations/{id}/people/{personId}/sign-in-reset' as Operation<ResetSignInData, ResetSignInResponses>;
export const reviseEdition = 'POST /api/editions/{code}/revisions' as Operation<ReviseEditionData, ReviseEditionResponses>;
export const revokeDevice = 'DELETE /api/account/devices/{deviceId}' as Operation<RevokeDeviceData, RevokeDeviceResponses>;
export const revokeOtherDevices = 'DELETE /api/account/devices' as Operation<RevokeOtherDevicesData, RevokeOtherDevicesResponses>;
export const revokeOwnCalendar = 'DELETE /api/account/calendar' as Operation<RevokeOwnCalendarData, RevokeOwnCalendarResponses>;
export const revokeServiceToken = 'DELETE /api/service-accounts/{serviceAccountId}/tokens/{tokenId}' as Operation<RevokeServiceTokenData, RevokeServiceTokenResponses>;
export const revokeToken = 'DELETE /api/account/tokens/{tokenId}' as Operation<RevokeTokenData, RevokeTokenResponses>;
export const sendReview = 'POST /api/reports/{id}/review/sending' as Operation<SendReviewData, SendReviewResponses>;
export const setComplianceMethod = 'PUT /api/contracts/{contractId}/obligations/{number}/method' as Operation<SetComplianceMethodData, SetComplianceMethodResponses>;
export const setDocumentEffectiveFrom = 'PUT /api/contracts/{contractId}/confirmation-document/versions/{number}/effective' as Operation<SetDocumentEffectiveFromData, SetDocumentEffectiveFromResponses>;
export const setMailSubject = 'PUT /api/contracts/{id}/mail-subject' as Operation<SetMailSubjectData, SetMailSubjectResponses>;
export const setNorms = 'PUT /api/contracts/{id}/norms' as Operation<SetNormsData, SetNormsResponses>;
export const setOwnReminders = 'PUT /api/account/reminders' as Operation<SetOwnRemindersData, SetOwnRemindersResponses>;
export const setOwnTelephone = 'PUT /api/account/telephone' as Operation<SetOwnTelephoneData, SetOwnTelephoneResponses>;
export const setRetention = 'PUT /api/organisations/{id}/sections/{sectionId}/retention' as Operation<SetRetentionData, SetRetentionResponses>;
export const setReviewRules = 'PUT /api/organisations/{id}/sections/{sectionId}/review-rules' as Operation<SetReviewRulesData, SetReviewRulesResponses>;
export const setSectionReminders = 'PUT /api/organisations/{id}/sections/{sectionId}/reminders' as Operation<SetSectionRemindersData, SetSectionRemindersResponses>;
export const setStatementStatus = 'PUT /api/contracts/{contractId}/obligations/{number}/statements/{index}/status' as Operation<SetStatementStatusData, SetStatementStatusResponses>;
export const setStatus = 'PUT /api/contracts/{contractId}/obligations/{number}/status' as Operation<SetStatusData, SetStatusResponses>;
export const setUp = 'POST /api/set-up' as Operation<SetUpData, SetUpResponses>;
export const showSecondFactor = 'POST /api/sign-in/second-factor' as Operation<ShowSecondFactorData, ShowSecondFactorResponses>;
export const signContract = 'PUT /api/contracts/{id}/signing' as Operation<SignContractData, SignContractResponses>;
export const signInWithPasskey = 'POST /api/sign-in/passkey' as Operation<SignInWithPasskeyData, SignInWithPasskeyResponses>;
export const signInWithPassword = 'POST /api/sign-in/password' as Operation<SignInWithPasswordData, SignInWithPasswordResponses>;
export const signOut = 'DELETE /api/session' as Operation<SignOutData, SignOutResponses>;
export const snooze = 'POST /api/reminders/snoozes' as Operation<SnoozeData, SnoozeResponses>;
export const startDocumentDraft = 'POST /api/contracts/{contractId}/confirmation-document/draft' as Operation<StartDocumentDraftData, StartDocumentDraftResponses>;
export const startEditionDraft = 'POST /api/edition-drafts' as Operation<StartEditionDraftData, StartEditionDraftResponses>;
export const startReplacement = 'POST /api/reports/{id}/replacement' as Operation<StartReplacementData, StartReplacementResponses>;
export const startReportBatch = 'POST /api/report-batches' as Operation<StartReportBatchData, StartReportBatchResponses>;
export const startUnderAct = 'POST /api/authority-acts/{id}/start' as Operation<StartUnderActData, StartUnderActResponses>;
export const submitConfirmationDocument = 'POST /api/contracts/{contractId}/confirmation-document/versions/{number}/submission' as Operation<SubmitConfirmationDocumentData, SubmitConfirmationDocumentResponses>;
export const submitReport = 'POST /api/reports/{id}/submission' as Operation<SubmitReportData, SubmitReportResponses>;
export const succeedOfficer = 'POST /api/sections/{sectionId}/successions' as Operation<SucceedOfficerData, SucceedOfficerResponses>;
export const takeAnswersSentBack = 'DELETE /api/reports/{id}/answers/sending' as Operation<TakeAnswersSentBackData, TakeAnswersSentBackResponses>;
export const takeBackVerdict = 'DELETE /api/reports/{id}/review/rows/{number}' as Operation<TakeBackVerdictData, TakeBackVerdictResponses>;
export const takeNoticeUpAgain = 'DELETE /api/inbox/{type}/{id}/done' as Operation<TakeNoticeUpAgainData, TakeNoticeUpAgainResponses>;
export const takeOverDocumentMethod = 'POST /api/contracts/{contractId}/confirmation-document/draft/methods/{number}/taking-over' as Operation<TakeOverDocumentMethodData, TakeOverDocumentMethodResponses>;
export const takeOverDocumentParts = 'POST /api/contracts/{contractId}/confirmation-document/draft/parts/taking-over' as Operation<TakeOverDocumentPartsData, TakeOverDocumentPartsResponses>;
export const takeOverReportRow = 'POST /api/reports/{id}/rows/{number}/take-over' as Operation<TakeOverReportRowData, TakeOverReportRowResponses>;
export const terminateContract = 'POST /api/contracts/{id}/termination' as Operation<TerminateContractData, TerminateContractResponses>;
export const unlinkProvider = 'DELETE /api/account/providers/{provider}' as Operation<UnlinkProviderData, UnlinkProviderResponses>;
export const unsubscribe = 'POST /api/unsubscribe/{token}' as Operation<UnsubscribeData, UnsubscribeResponses>;
export const useAct = 'POST /api/authority-acts/{id}/uses' as Operation<UseActData, UseActResponses>;
export const withdrawAct = 'POST /api/authority-acts/{id}/withdrawal' as Operation<WithdrawActData, WithdrawActResponses>;
export const withdrawEdition = 'POST /api/editions/{code}/withdrawal' as Operation<WithdrawEditionData, WithdrawEditionResponses>;
export const withdrawEditionAdoption = 'POST /api/editions/{code}/adoption/withdrawal' as Operation<WithdrawEditionAdoptionData, WithdrawEditionAdoptionResponses>;
export const withdrawInvitation = 'DELETE /api/invitations/{invitationId}' as Operation<WithdrawInvitationData, WithdrawInvitationResponses>;
export const withdrawPriorReport = 'POST /api/prior-reports/{id}/withdrawal' as Operation<WithdrawPriorReportData, WithdrawPriorReportResponses>;
export const withdrawStatementStatus = 'DELETE /api/contracts/{contractId}/obligations/{number}/statements/{index}/status' as Operation<WithdrawStatementStatusData, WithdrawStatementStatusResponses>;
export const withdrawStatus = 'DELETE /api/contracts/{contractId}/obligations/{number}/status' as Operation<WithdrawStatusData, WithdrawStatusResponses>;
export const withdrawSubmission = 'POST /api/reports/{id}/submission/withdrawal' as Operation<WithdrawSubmissionData, WithdrawSubmissionResponses>;
