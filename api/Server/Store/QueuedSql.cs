using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Storage;
using ICommandBuilder = Weasel.Postgresql.ICommandBuilder;

namespace SecurityTracker.Server.Store;

/// <summary>
/// The statements of a session's own, sent as its last operation, in the round trip of its events and snapshots. Marten's own way to queue
/// SQL does not bear a statement that returns rows, and sends it before the snapshots.
/// </summary>
internal sealed partial class QueuedSql : DocumentSessionListenerBase, Marten.Internal.Operations.IStorageOperation
{
    private readonly List<NpgsqlBatchCommand> commands = [];

    public bool IsEmpty => commands.Count == 0;

    /// <summary>Whether events are written, whose last sequence is then asked for.</summary>
    public bool WithSequence { get; set; }

    /// <summary>The last sequence written.</summary>
    public long Sequence { get; private set; }

    public Type DocumentType => typeof(QueuedSql);

    public void Add(params IEnumerable<NpgsqlBatchCommand> queued) => commands.AddRange(queued);

    // By now Marten has queued events and snapshots, so this comes last.
    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        if (WithSequence)
        {
            session.QueueOperation(this);
        }

        return Task.CompletedTask;
    }

    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        var isFirst = true;
        foreach (var command in WithSequence ? [new NpgsqlBatchCommand($"SELECT {Session.LastSequence}"), .. commands] : commands)
        {
            if (!isFirst)
            {
                builder.StartNewCommand();
            }

            isFirst = false;
            Append(builder, command);
        }
    }

    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token)
    {
        if (WithSequence)
        {
            await reader.ReadAsync(token);
            Sequence = reader.GetInt64(0);
        }

        while (await reader.NextResultAsync(token))
        {
            // A refusal of any statement surfaces here.
        }
    }

    public OperationRole Role() => OperationRole.Other;

    [GeneratedRegex(@"\$(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Place();

    public static int IndexOf(Match place) => int.Parse(place.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) - 1;

    private static void Append(ICommandBuilder builder, NpgsqlBatchCommand command)
    {
        var from = 0;
        foreach (Match place in Place().Matches(command.CommandText))
        {
            builder.Append(command.CommandText[from..place.Index]);
            var given = command.Parameters[IndexOf(place)];
            var parameter = builder.AppendParameter(given.Value ?? DBNull.Value);
            if (given.NpgsqlDbType != NpgsqlDbType.Unknown)
            {
                parameter.NpgsqlDbType = given.NpgsqlDbType;
            }

            from = place.Index + place.Length;
        }

        builder.Append(command.CommandText[from..]);
    }
}
