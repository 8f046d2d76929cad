using Microsoft.Extensions.Caching.Memory;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>
/// The sessions in use with their people, as they stood when last asked for. Nobody is let in by this alone: at every request the
/// database says whether the session stands and which version of the person holds, so that what changed on any node holds at once.
/// What is spared is reading an unchanged person and, where the question goes out beside a route's own reading
/// (<see cref="StandingSession"/>), a round trip.
/// </summary>
public sealed class SessionsAtHand : IDisposable
{
    private const int Most = 2000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The session of a key as it stood last, or null.</summary>
    public SessionAtHand? Find(byte[] keyHash) => known.Get<SessionAtHand>(Name(keyHash));

    /// <summary>Keeps what the database just said of a key.</summary>
    public void Keep(byte[] keyHash, SessionAtHand found) => known.Set(Name(keyHash), found, new MemoryCacheEntryOptions { Size = 1 });

    /// <inheritdoc/>
    public void Dispose() => known.Dispose();

    private static string Name(byte[] keyHash) => Convert.ToBase64String(keyHash);
}
