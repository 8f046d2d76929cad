using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>A communication with its thread, from the thread's beginning.</summary>
/// <param name="History">All that happened to the communication itself, oldest first.</param>
internal sealed record CommunicationThread(CommunicationDetails Communication, IReadOnlyList<CommunicationDetails> Thread, IReadOnlyList<HistoryEntry> History);

/// <summary>One communication.</summary>
internal sealed class GetCommunicationEndpoint(CommunicationReader reader, CommunicationPages pages) : ApiEndpoint<OfCommunication>
{
    public override void Configure()
    {
        Get("/communications/{id:guid}");
        Description(route => route
            .Requires(Permission.ReadActs)
            .Reads<CommunicationThread>()
            .WithTags("Communications"));
    }

    public override async Task<IResult> ExecuteAsync(OfCommunication request, CancellationToken ct)
    {
        var found = (await reader.Find(request.Id, ct)).OrNotFound();
        var said = found.Value.Said!;
        var thread = await pages.Describe(said.ContractId, await reader.OfThread(said.ThreadId, ct), ct);
        return Answer.Of(new CommunicationThread(thread.First(c => c.Id == request.Id), thread, await reader.History(request.Id, ct)), found.Version);
    }
}
