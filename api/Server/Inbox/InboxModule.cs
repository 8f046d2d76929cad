namespace SecurityTracker.Server.Inbox;

/// <summary>要対応一覧 over what all nouns contribute.</summary>
public sealed class InboxModule : IModule
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder api) => GetInboxEndpoint.Map(api);
}
