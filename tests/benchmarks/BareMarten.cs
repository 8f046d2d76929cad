using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using Npgsql;
using SecurityTracker.Server.Store;
using Weasel.Core;

namespace SecurityTracker.Benchmarks;

/// <summary>A snapshot as somebody would keep it who uses Marten as its manual says.</summary>
internal sealed record BareSnapshot(Guid Id, Obligation Value)
{
    public long Version { get; init; }
}

/// <summary>The same fold.</summary>
internal sealed class BareProjection : SingleStreamProjection<BareSnapshot, Guid>
{
    public BareProjection()
    {
        IncludeType<ObligationOpened>();
        IncludeType<StatusSet>();
        IncludeType<MethodSet>();
    }

    public override BareSnapshot Evolve(BareSnapshot? snapshot, Guid id, IEvent e) => new(id, Obligation.Evolve(snapshot?.Value ?? Obligation.Initial, e.Data));
}

/// <summary>Marten doing the same with the same settings, columns and metadata, and nothing of ours around it; in a schema of its own.</summary>
internal sealed class BareMarten(NpgsqlDataSource source) : IDisposable
{
    private readonly DocumentStore store = DocumentStore.For(options =>
    {
        options.Connection(source);
        options.DatabaseSchemaName = "bare";
        options.UseSystemTextJsonForSerialization(Subject.Nouns().Json, EnumStorage.AsString, Casing.CamelCase);
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.UseExclusiveLockOnConcurrentAppends = true;
        options.Events.UseIdentityMapForAggregates = true;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Schema.For<BareSnapshot>().UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(d => d.Version)).Duplicate(d => d.Value.ContractId).Duplicate(d => d.Value.Status!);
        options.Projections.Add(new BareProjection(), ProjectionLifecycle.Inline);
    });

    public async Task Prepare()
    {
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        store.Options.AutoCreateSchemaObjects = AutoCreate.None;
    }

    public async Task Start(Guid id, SessionMetadata metadata)
    {
        await using var session = Session(metadata);
        session.Events.StartStream<BareSnapshot>(id, Subject.First);
        await session.SaveChangesAsync();
    }

    public async Task FetchAndAppend(Guid id, int i, SessionMetadata metadata)
    {
        await using var session = Session(metadata);
        (await session.Events.FetchForWriting<BareSnapshot>(id)).AppendOne(Subject.Next(i));
        await session.SaveChangesAsync();
    }

    public async Task Load(Guid id)
    {
        await using var session = store.QuerySession();
        await session.LoadAsync<BareSnapshot>(id);
    }

    public async Task Aggregate(Guid id)
    {
        await using var session = store.QuerySession();
        await session.Events.AggregateStreamAsync<BareSnapshot>(id);
    }

    public void Dispose() => store.Dispose();

    private IDocumentSession Session(SessionMetadata metadata)
    {
        var session = store.LightweightSession();
        (session.CorrelationId, session.LastModifiedBy) = (metadata.CorrelationId, metadata.UserName);
        foreach (var (name, value) in metadata.Headers)
        {
            session.SetHeader(name, value!);
        }

        return session;
    }
}
