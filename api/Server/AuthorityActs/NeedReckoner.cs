using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>変更案の提出, 再提示, 改めて許可: what the contractor has to do because a thing changed since a word was given for it.</summary>
internal sealed class NeedReckoner(EventStore store) : IInboxReckoner
{
    // On the first of days every word that was given holds; that it ends is a day of the row.
    private static readonly DateOnly AnyDay = DateOnly.MinValue;

    public async Task<IReadOnlyList<InboxRow>> Reckon(Guid[] contracts, CancellationToken ct)
    {
        var targets = await TargetReader.Read(store.OpenSession(), Actor.System, contracts, AnyDay, ct);
        return [.. targets.ActsInNeed.Select(needed => Row(needed.Act, needed.Since)), .. targets.ShownInNeed.Select(needed => Row(needed.Shown, needed.Since))];
    }

    private static InboxRow Row(Versioned<AuthorityAct> act, DateTimeOffset since) =>
        new(act.Value.ContractId, Side.CONTRACTOR, "NEED", "ACT", act.Id, since, act.Version, Awaited: false)
        {
            Kind = act.Value.Kind.ToString(),
            Subject = act.Value.Subject.ToString(),
            Wording = act.Value.Wording,
            Title = act.Value.Content.Title,
            State = act.Value.State.ToString(),
            StartsOn = act.Value.Content.StartedOn ?? act.Value.Content.StartsOn,
            ShownUntil = act.Value.HoldsUntil,
        };

    private static InboxRow Row(Versioned<Communication> shown, DateTimeOffset since)
    {
        var said = shown.Value.Said!;
        return new(said.ContractId, Side.CONTRACTOR, "NEED", "COMMUNICATION", shown.Id, since, shown.Version, Awaited: false)
        {
            Kind = said.Kind.ToString(),
            Subject = said.Subject.ToString(),
            Wording = said.Wording,
            Title = AuthorityActsModule.FirstLine(said.Text),
            State = shown.Value.Status.ToString(),
            StartsOn = said.DesignatedOn,
        };
    }
}
