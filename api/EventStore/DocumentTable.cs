using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace SecurityTracker.EventStore;

/// <summary>One table mt_doc_&lt;name&gt;: snapshots of a fold, or documents.</summary>
public abstract class DocumentTable
{
    private protected DocumentTable(string name, Type documentType) => (Name, DocumentType) = (name, documentType);

    /// <summary>The name it was registered under.</summary>
    public string Name { get; }

    /// <summary>The table's name in the database.</summary>
    public string TableName => $"mt_doc_{Name}";

    internal Type DocumentType { get; }

    internal List<PromotedColumn> Columns { get; } = [];

    /// <summary>The version of the fold that wrote a snapshot; 0 for documents, which are not folded.</summary>
    internal virtual int FoldVersion => 0;

    internal virtual bool IsLive => false;

    internal const string SelectList = "d.id, d.data, d.mt_version, d.mt_last_modified, d.mt_fold_version";

    /// <summary>
    /// The table, and the columns and indexes that it may lack since the release before. Rows that get a column are marked
    /// as another fold's (-1), and so are written again.
    /// </summary>
    internal string CreateSql()
    {
        var columns = string.Concat(Columns.Select(c => $"""
            DO $$ BEGIN
                ALTER TABLE {TableName} ADD COLUMN {c.Name} {c.PgType};
                UPDATE {TableName} SET mt_fold_version = -1;
            EXCEPTION WHEN duplicate_column THEN NULL;
            END $$;

            """));
        var indexes = string.Concat(Columns.Where(c => c.Index).Select(c => $"CREATE INDEX IF NOT EXISTS {TableName}_{c.Name} ON {TableName} {c.IndexOn};\n"));
        return $"""
            CREATE TABLE IF NOT EXISTS {TableName} (
                id uuid PRIMARY KEY, data jsonb NOT NULL, mt_last_modified timestamptz NOT NULL DEFAULT now(),
                mt_dotnet_type varchar, mt_version bigint NOT NULL, mt_fold_version integer NOT NULL DEFAULT 0);
            {columns}{indexes}
            """;
    }

    /// <summary>Ids and versions of rows that another fold wrote or that lack a column, and of streams without a snapshot.</summary>
    internal abstract string StaleSql { get; }

    /// <summary>Writes such a row again.</summary>
    internal abstract Task<NpgsqlBatchCommand?> Refresh(Session session, Guid id, CancellationToken ct);

    private protected abstract void PromoteFrom(object document, NpgsqlParameterCollection parameters);

    internal sealed record PromotedColumn(string Name, string PgType, bool Index)
    {
        /// <summary>What the index is on: of an array what it holds, of anything else the value in the order of the ids.</summary>
        public string IndexOn => PgType.EndsWith("[]", StringComparison.Ordinal) ? $"USING gin ({Name})" : $"({Name}, id)";

        /// <summary>The type as a parameter's: without length or precision.</summary>
        public string ParameterType => PgType.Split('(')[0].Trim();
    }
}

/// <summary>A table whose documents are <typeparamref name="T"/>.</summary>
public abstract class DocumentTable<T> : DocumentTable
    where T : notnull
{
    private readonly List<Func<T, object?>> promotions = [];
    private readonly Lazy<JsonTypeInfo<T>> json;
    private readonly Lazy<string> snapshotSql;
    private readonly Lazy<string> documentSql;

    private protected DocumentTable(string name, JsonSerializerOptions options)
        : base(name, typeof(T))
    {
        json = new Lazy<JsonTypeInfo<T>>(() => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        snapshotSql = new Lazy<string>(() => UpsertSql("EXCLUDED.mt_version", $"WHERE ({TableName}.mt_version, {TableName}.mt_fold_version) < (EXCLUDED.mt_version, EXCLUDED.mt_fold_version)"));
        documentSql = new Lazy<string>(() => UpsertSql($"{TableName}.mt_version + 1", ""));
    }

    private protected void AddPromotion(string column, string pgType, Func<T, object?> value, bool index)
    {
        Columns.Add(new PromotedColumn(column, pgType, index));
        promotions.Add(value);
    }

    internal T Deserialize(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, json.Value)!;

    /// <summary>Writes the snapshot of a version; neither an older version nor an older fold of the same version replaces a newer one.</summary>
    internal NpgsqlBatchCommand SnapshotCommand(Guid id, T state, long version, DateTimeOffset at) => Upsert(snapshotSql.Value, id, state, version, at);

    /// <summary>Writes a document, whose version then is one higher.</summary>
    internal NpgsqlBatchCommand DocumentCommand(Guid id, T document, DateTimeOffset at) => Upsert(documentSql.Value, id, document, 1, at);

    private protected override void PromoteFrom(object document, NpgsqlParameterCollection parameters)
    {
        for (var i = 0; i < promotions.Count; i++)
        {
            var value = promotions[i]((T)document);
            parameters.Add(new NpgsqlParameter { Value = value is Enum ? value.ToString() : value ?? DBNull.Value, DataTypeName = Columns[i].ParameterType });
        }
    }

    private NpgsqlBatchCommand Upsert(string sql, Guid id, T document, long version, DateTimeOffset at)
    {
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                Sql.Uuid(id),
                new NpgsqlParameter { Value = JsonSerializer.SerializeToUtf8Bytes(document, json.Value), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new NpgsqlParameter<DateTime> { TypedValue = at.UtcDateTime },
                new NpgsqlParameter<string> { TypedValue = typeof(T).FullName },
                Sql.Bigint(version),
                new NpgsqlParameter<int> { TypedValue = FoldVersion },
            },
        };
        PromoteFrom(document, command.Parameters);
        return command;
    }

    private string UpsertSql(string version, string guard)
    {
        var names = string.Concat(Columns.Select(c => $", {c.Name}"));
        var values = string.Concat(Columns.Select((_, i) => $", ${i + 7}"));
        var updates = string.Concat(Columns.Select(c => $", {c.Name} = EXCLUDED.{c.Name}"));
        return $"""
            INSERT INTO {TableName} (id, data, mt_last_modified, mt_dotnet_type, mt_version, mt_fold_version{names})
            VALUES ($1, $2, $3, $4, $5, $6{values})
            ON CONFLICT (id) DO UPDATE SET data = EXCLUDED.data, mt_last_modified = EXCLUDED.mt_last_modified,
                mt_dotnet_type = EXCLUDED.mt_dotnet_type, mt_version = {version}, mt_fold_version = EXCLUDED.mt_fold_version{updates}
            {guard}
            """;
    }
}

/// <summary>The snapshots of one kind of stream.</summary>
public sealed class FoldRegistration<T> : DocumentTable<T>
    where T : notnull
{
    private readonly Func<T, object, T> evolve;
    private bool live;

    internal FoldRegistration(string name, JsonSerializerOptions options, T initial, Func<T, object, T> evolve, int version)
        : base(name, options) => (Initial, this.evolve, FoldVersion) = (initial, evolve, version);

    internal T Initial { get; }

    internal override int FoldVersion { get; }

    /// <summary>Copies a value into a column of its own, for predicates and sorting; written in the same statement.</summary>
    /// <param name="column">The column.</param>
    /// <param name="pgType">Its PostgreSQL type, e.g. <c>uuid</c>.</param>
    /// <param name="value">The value; an enum is stored as its name.</param>
    /// <param name="index">True for an index on (column, id), of an array on its members.</param>
    public FoldRegistration<T> Promote(string column, string pgType, Func<T, object?> value, bool index = false)
    {
        AddPromotion(column, pgType, value, index);
        return this;
    }

    /// <summary>Keeps no snapshot: the state is folded from the events at each read, and there is nothing to query. For streams that are short or seldom read.</summary>
    public FoldRegistration<T> Live()
    {
        live = true;
        return this;
    }

    internal override string StaleSql => $"""
        SELECT s.id FROM mt_streams s LEFT JOIN {TableName} d ON d.id = s.id
        WHERE s.type = '{Name}' AND (d.id IS NULL OR d.mt_fold_version <> {FoldVersion})
        """;

    /// <summary>True when the state is not kept but folded from the events at each read.</summary>
    internal override bool IsLive => live;

    internal T Evolve(T state, object @event) => evolve(state, @event);

    internal override async Task<NpgsqlBatchCommand?> Refresh(Session session, Guid id, CancellationToken ct) =>
        await session.AggregateStream<T>(id, ct: ct) is { } folded ? SnapshotCommand(id, folded.Value, folded.Version, folded.ModifiedAt) : null;
}

/// <summary>Documents of one kind.</summary>
public sealed class DocumentRegistration<T> : DocumentTable<T>
    where T : notnull
{
    private readonly Func<T, Guid> id;

    internal DocumentRegistration(string name, JsonSerializerOptions options, Func<T, Guid> id)
        : base(name, options) => this.id = id;

    /// <inheritdoc cref="FoldRegistration{T}.Promote"/>
    public DocumentRegistration<T> Promote(string column, string pgType, Func<T, object?> value, bool index = false)
    {
        AddPromotion(column, pgType, value, index);
        return this;
    }

    internal override string StaleSql => $"SELECT id FROM {TableName} WHERE mt_fold_version <> 0";

    internal Guid IdOf(T document) => id(document);

    internal override async Task<NpgsqlBatchCommand?> Refresh(Session session, Guid id, CancellationToken ct) =>
        await session.LoadJson<T>(id, ct) is { } found ? SnapshotCommand(id, Deserialize(found.Json.Span), found.Version, session.Now) : null;
}
