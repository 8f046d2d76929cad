using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Erasure;

/// <summary>Why someone's data is erased.</summary>
internal sealed record ErasePersonRequest(string? Reason);

/// <summary>Erases a person of the administrator's own organisation: personal values, account and kept answers, in one transaction.</summary>
internal sealed class ErasePersonEndpoint(ErasurePermit permit, PersonErasure erasure, Writer writer, TimeProvider time) : ApiEndpoint<OnPerson<ErasePersonRequest>>
{
    public override void Configure()
    {
        Post("/people/{personId:guid}/erasure");
        Description(route => route
            .Requires(Permission.ErasePerson)
            .RequiresRecentSignIn()
            .Writes()
            .Produces<ErasureAnswer>()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnPerson<ErasePersonRequest> request, CancellationToken ct)
    {
        var (stream, refusal) = await permit.Of(request.PersonId, ct);
        if (stream is null)
        {
            return Problems.NotFound;
        }

        var missing = Texts.IsBlank(request.Body.Reason) ? ConfirmationDocumentRefusals.ReasonMissing : Texts.Paragraphs(request.Body.Reason, "/reason");
        request.IfMatch.Against(stream.Version);
        (refusal ?? missing).ThrowIfRefused();
        var (kept, memberships) = (await erasure.Find(request.PersonId, ct), stream.Aggregate.Memberships);
        Writer.Record(stream, person => PersonDecider.Decide(new ErasePerson(Tokyo.Today(time)), person));
        foreach (var documentId in kept.Documents)
        {
            var document = await writer.Session.FetchForWriting<ConfirmationDocument>(documentId, ct);
            // The reason is sound by now: a document refuses only where it no longer names the person.
            document.AppendMany(ConfirmationDocumentDecider.Decide(new EraseDocumentPerson(request.PersonId, request.Body.Reason ?? ""), document.Aggregate, writer.Moment).Events);
        }

        writer.Session.KeepRoles(memberships, stream.Aggregate.Memberships);
        erasure.Erase(writer.Session, kept);
        return await writer.Save(
            _ => new ErasureAnswer(request.PersonId, stream.Version, PersonErasure.Erases(kept, account: true), PersonErasure.Stays(kept)), ct, version: stream.Version);
    }
}
