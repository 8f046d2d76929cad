using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.ConfirmationDocuments.Form;
using SecurityTracker.Server.Printing;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>確認書類: its drafts, its presented versions and their files.</summary>
internal sealed class ConfirmationDocumentsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<DocumentReader>()
        .AddScoped<DocumentPages>()
        .AddScoped<DocumentPrinting>()
        .AddScoped<DocumentWriter>()
        .AddScoped<DocumentPeople>()
        .AddScoped<Presenting>()
        .AddScoped<ActsOnVersions>()
        .AddScoped<PeopleInSight>()
        .AddSingleton(DocumentInbox.Corrected)
        .AddScoped<VersionInForce>()
        .AddSingleton<DocumentFiles>()
        .AddScoped<ITargetFiles, DocumentTargetFiles>()
        .AddSingleton<PdfDocument>()
        .AddSingleton(new TypstTemplate("ConfirmationDocuments/Form/confirmation-document.typ"));

    public void Register(Nouns store) => store
        .Migrate("confirmation-documents", typeof(ConfirmationDocumentsModule).Assembly, "ConfirmationDocuments/")
        .MapEvent<ConfirmationDocumentDrafted>("confirmation_document_drafted")
        .MapEvent<ConfirmationDocumentMethodChanged>("confirmation_document_method_changed")
        .MapEvent<ConfirmationDocumentMethodTakenOver>("confirmation_document_method_taken_over")
        .MapEvent<ConfirmationDocumentOrganizationChanged>("confirmation_document_organization_changed")
        .MapEvent<ConfirmationDocumentPeopleSet>("confirmation_document_people_set")
        .MapEvent<ConfirmationDocumentPersonRemoved>("confirmation_document_person_removed")
        .MapEvent<ConfirmationDocumentPapersChanged>("confirmation_document_papers_changed")
        .MapEvent<ConfirmationDocumentPartsTakenOver>("confirmation_document_parts_taken_over")
        .MapEvent<ConfirmationDocumentPresented>("confirmation_document_presented")
        .MapEvent<ConfirmationDocumentSubmitted>("confirmation_document_submitted")
        .MapEvent<ConfirmationDocumentSubmissionCorrected>("confirmation_document_submission_corrected")
        .MapEvent<ConfirmationDocumentSubmissionWayCorrected>("confirmation_document_submission_way_corrected")
        .MapEvent<ConfirmationDocumentEffectiveFromSet>("confirmation_document_effective_from_set")
        .MapEvent<ConfirmationDocumentDraftDiscarded>("confirmation_document_draft_discarded")
        .MapEvent<ConfirmationDocumentPersonErased>("confirmation_document_person_erased")
        .Fold<ConfirmationDocument, IConfirmationDocumentEvent>("confirmation_document", ConfirmationDocument.Initial, ConfirmationDocumentDecider.Evolve, version: 2)
        .Promote("contract_id", "uuid", document => document.ContractId, index: true)
        .Promote("submission_corrected", "boolean", document => document.SubmissionCorrected);
}
