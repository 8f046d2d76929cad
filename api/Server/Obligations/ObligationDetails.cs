using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Obligations;

/// <summary>A ①-level part with its words and what is recorded for it.</summary>
/// <param name="Reason">The reason; of a part that is always explained, the explanation.</param>
internal sealed record StatementDetails(string Id, string Label, string Text, bool AlwaysExplained, ImplementationStatus? Status, string? Reason);

/// <summary>What the actor could do with an obligation now.</summary>
internal sealed record ObligationCan(
    Can SetStatus, Can SetStatementStatus, Can SetComplianceMethod, Can OverrideStatus, Can LiftOverride, Can AssignObligation);

/// <summary>One of the contractor's staff who looks after an item.</summary>
/// <param name="Left">離任: their membership has ended, and the item waits for somebody else.</param>
internal sealed record Assignee(Guid Id, string Name, bool Left);

/// <summary>One requirement of a contract: the clause, the form's row, and what is recorded.</summary>
/// <param name="Version">The record's version, for If-Match.</param>
/// <param name="RowText">The form's words for it; null where the form has no row (1), an edition without a form).</param>
/// <param name="Reported">Whether it is reported on.</param>
/// <param name="Explanation">What the part that is always explained says, or null.</param>
/// <param name="Assignees">Who of the contractor's staff looks after it: for the contractor's own eyes, empty for anyone else.</param>
/// <param name="ReasonMissing">A reason or the explanation is still to be written.</param>
/// <param name="LookWanted">It was recorded for other words, which a 変更契約 changed since: it counts once a person has looked.</param>
internal sealed record ObligationDetails(
    Guid ContractId,
    int Number,
    string RequirementId,
    long Version,
    string? Heading,
    string ClauseText,
    string? RowText,
    bool Reported,
    ImplementationStatus? Status,
    string? Reason,
    StatusSource? Source,
    string? OverrideReason,
    string? Explanation,
    bool ReasonMissing,
    bool LookWanted,
    string? Method,
    IReadOnlyList<StatementDetails> Statements,
    DateTimeOffset UpdatedAt,
    ActedBy UpdatedBy,
    IReadOnlyList<Assignee> Assignees,
    ObligationCan Can)
{
    /// <summary>Puts a record beside the words of its edition.</summary>
    public static ObligationDetails Of(Versioned<Obligation> record, AnnexEdition edition, IReadOnlyList<ExtraItem> extraItems, ActedBy updatedBy, IReadOnlyList<Assignee> assignees, Actor actor)
    {
        var o = record.Value;
        var requirement = edition.Requirements.FirstOrDefault(r => r.Id == o.RequirementId);
        var extra = extraItems.FirstOrDefault(x => ExtraItem.RequirementId(x.Number) == o.RequirementId);
        var texts = requirement?.Statements.ToDictionary(s => s.Id, s => s.Text) ?? [];
        return new(
            o.ContractId, o.Number, o.RequirementId, record.Version,
            requirement?.Heading, requirement?.Text ?? extra?.Text ?? "",
            edition.Form?.Rows.FirstOrDefault(r => r.Number == o.Number)?.Text ?? extra?.Text,
            o.Reported, o.Status, o.Reason, o.Source, o.Override?.OverrideReason, o.Explanation, o.ReasonMissing, o.LookWanted, o.Method,
            [.. o.Statements.Select(s => new StatementDetails(
                s.Id, s.Label, texts.GetValueOrDefault(s.Id, ""), s.AlwaysExplained, s.Recorded?.Status, s.Recorded?.Reason))],
            record.ModifiedAt.ToUniversalTime(), updatedBy, assignees, CanDo(o, actor));
    }

    private static ObligationCan CanDo(Obligation o, Actor actor)
    {
        var aside = o.InForce ? null : ObligationRefusals.NotInForce;
        var byStatements = o.RecordedByStatements || o.Override is not null;
        return new(
            Http.Can.If(Permission.SetStatus, actor, aside ?? (byStatements ? ObligationRefusals.OverrideNeeded : null)),
            Http.Can.If(Permission.SetStatus, actor, aside ?? (o.Statements.Count == 0 ? ObligationRefusals.StatementUnknown : null)),
            Http.Can.If(Permission.SetStatus, actor, aside),
            Http.Can.If(Permission.OverrideStatus, actor, aside ?? (byStatements ? null : ObligationRefusals.OverrideNotNeeded)),
            Http.Can.If(Permission.OverrideStatus, actor, aside ?? (o.Override is null ? ObligationRefusals.OverrideNotNeeded : null)),
            Http.Can.If(Permission.AssignStaff, actor, aside));
    }
}
