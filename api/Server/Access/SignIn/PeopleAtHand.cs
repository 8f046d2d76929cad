using Microsoft.Extensions.Caching.Memory;
using SecurityTracker.Domain.Access;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>
/// The people of the sessions in use, as they stood when last asked for. Which version holds is read from the database at every
/// request, so that what changed on any node holds at once; only the reading of an unchanged person is spared.
/// </summary>
public sealed class PeopleAtHand(Store store) : IDisposable
{
    private const int Most = 2000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>A person at a version, or at a later one.</summary>
    /// <param name="id">The person.</param>
    /// <param name="version">The version that the database just named.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Versioned<Person>?> Find(Guid id, long version, CancellationToken ct)
    {
        if (known.TryGetValue(id, out Versioned<Person>? person) && person!.Version == version)
        {
            return person;
        }

        person = await store.OpenSession().Load<Person>(id, ct);
        return person is null ? null : known.Set(id, person, new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <inheritdoc/>
    public void Dispose() => known.Dispose();
}
