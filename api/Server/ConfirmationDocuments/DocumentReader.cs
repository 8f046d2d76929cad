using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Reads 確認書類 within what the actor sees.</summary>
internal sealed class DocumentReader(
    Session session, ContractReader contracts, ObligationReader obligations, Editions editions, ActsOnVersions acts, Actors actors, Actor actor)
{
    /// <summary>The events that both sides see: what was presented and what became of it. All others are of a draft.</summary>
    public static readonly IReadOnlySet<Type> Presented = new HashSet<Type>
    {
        typeof(ConfirmationDocumentPresented), typeof(ConfirmationDocumentSubmitted), typeof(ConfirmationDocumentSubmissionCorrected),
        typeof(ConfirmationDocumentSubmissionWayCorrected), typeof(ConfirmationDocumentEffectiveFromSet), typeof(ConfirmationDocumentPersonErased),
    };

    /// <summary>The document of a contract, begun or not; null where the actor sees no such contract.</summary>
    public async Task<DocumentAtHand?> Find(Guid contractId, CancellationToken ct)
    {
        if (await contracts.Find(contractId, ct) is not { } contract)
        {
            return null;
        }

        var document = await Load(StreamId.ConfirmationDocument(contractId), ct);
        var named = document.Value.Versions.Count == 0 ? [] : await acts.Of(document.Id, document.Value, ct);
        var records = await obligations.InForce(contractId, number: null, ct);
        return new DocumentAtHand(
            StreamId.ConfirmationDocument(contractId),
            document.Version,
            document.Value,
            contractId,
            contract.Value,
            await editions.Get(contract.Value.Edition, ct),
            [.. records.Where(record => record.Value.Number > 1).Select(record => new DocumentMethod(record.Value.Number, record.Value.Method, record.Version))],
            await Parts(contractId, ct),
            named,
            document.Value.Versions.Count == 0 ? new HashSet<int>() : await acts.Unsent(contractId, contract.Value.Section, named, ct));
    }

    /// <summary>Whether an event of a document is the contractor's alone: what was only drafted.</summary>
    public static bool IsDrafting(object e) => !Presented.Contains(e.GetType());

    // For who sees no draft there is none, and the version is that of the last thing which they see.
    private async Task<Versioned<ConfirmationDocument>> Load(Guid id, CancellationToken ct)
    {
        var document = await session.Load<ConfirmationDocument>(id, ct) ?? new(id, ConfirmationDocument.Initial, Version: 0);
        return Visible.SeesUnsent(actor)
            ? document
            : new(
                id,
                document.Value with { Draft = null, BasedOn = null },
                (await session.FetchStream(id, ct: ct)).LastOrDefault(recorded => !IsDrafting(recorded.Data))?.Version ?? 0);
    }

    private async Task<IReadOnlyList<DocumentPart>> Parts(Guid contractId, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = contractId } };
        var found = await session.Query<Part>(
            $"JOIN mt_doc_contract c ON c.id = d.contract_id WHERE d.contract_id = $1 AND {Visible.Parts(actor, parameters)} ORDER BY d.id", parameters, ct);
        return
        [
            .. found.Where(part => part.Value.ClosedOn is null).Select(part => new DocumentPart(
                part.Id, part.Version, part.Value.Name,
                [.. part.Value.Rows.Where(row => row.Method is not null && part.Value.Numbers.Contains(row.Number)).OrderBy(row => row.Number).Select(row => new PartMethod(row.Number, row.Method))])),
        ];
    }

    /// <summary>訂正 of the days and ways in which versions were handed in.</summary>
    public async Task<SubmissionCorrections> Corrections(DocumentAtHand at, CancellationToken ct)
    {
        if (!at.Document.SubmissionCorrected)
        {
            return new([], []);
        }

        var events = (await session.FetchStream(at.Id, ct: ct))
            .Where(recorded => recorded.Data is ConfirmationDocumentSubmissionCorrected or ConfirmationDocumentSubmissionWayCorrected).ToList();
        var signatories = await Signatories.Load(actors, events.Select(recorded => recorded.Headers), ct);
        return new(
            [.. from recorded in events
                let day = recorded.Data as ConfirmationDocumentSubmissionCorrected
                where day is not null
                select new SubmissionCorrectionDetails(
                    day.Number, day.Before, day.On, day.Reason, signatories.Of(recorded.Headers), recorded.RecordedAt.ToUniversalTime())],
            [.. from recorded in events
                let way = recorded.Data as ConfirmationDocumentSubmissionWayCorrected
                where way is not null
                select new SubmissionWayCorrectionDetails(
                    way.Number, way.Before, way.Via, way.Reason, signatories.Of(recorded.Headers), recorded.RecordedAt.ToUniversalTime())]);
    }
}
