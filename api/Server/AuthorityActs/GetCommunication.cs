using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>A communication with its thread, from the thread's beginning.</summary>
/// <param name="History">All that happened to the communication itself, oldest first.</param>
public sealed record CommunicationThread(CommunicationDetails Communication, IReadOnlyList<CommunicationDetails> Thread, IReadOnlyList<HistoryEntry> History);

/// <summary>One communication.</summary>
public static class GetCommunicationEndpoint
{
    /// <summary>GET /api/communications/{id}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/communications/{id:guid}", Handle)
        .Requires(Permission.ReadActs)
        .Reads<CommunicationThread>()
        .WithName("getCommunication")
        .WithTags("Communications");

    private static async Task<IResult> Handle(Guid id, CommunicationReader reader, CancellationToken ct)
    {
        if (await reader.Find(id, ct) is not { } found)
        {
            return Problems.NotFound;
        }

        var said = found.Value.Said!;
        var thread = await reader.Describe(said.ContractId, await reader.OfThread(said.ThreadId, ct), ct);
        return Answer.Of(new CommunicationThread(thread.First(c => c.Id == id), thread, await reader.History(id, ct)), found.Version);
    }
}
