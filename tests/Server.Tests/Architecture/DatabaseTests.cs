using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Marten;
using Npgsql;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>Who has a hand on the database: what takes a session, a store or a data source says so in a constructor or a method.</summary>
public sealed class DatabaseTests
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Whose work it is.</summary>
    private static readonly string[] Own = ["Store", "Access", "Jobs", "Postgres", ""];

    private static readonly Type[] Hands =
        [typeof(Session), typeof(EventStore), typeof(NpgsqlDataSource), typeof(JobDatabase), typeof(IQuerySession), typeof(IDocumentStore), typeof(DbConnection), typeof(DbDataSource)];

    [Fact]
    public void The_nouns_that_take_a_session_or_a_data_source_are_those_that_are_known() => typeof(Server.Services).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !Own.Contains(NounOf(type), StringComparer.Ordinal) && Taken(type).Any(IsHand))
        .Select(type => $"{NounOf(type)}: {type.Name}")
        .Distinct(StringComparer.Ordinal)
        .ShouldBeThoseOf("Outside of Store, Access, Jobs and Postgres, taking a session or a data source");

    private static IEnumerable<Type> Taken(Type type) => type.GetConstructors(Any).Cast<MethodBase>().Concat(type.GetMethods(Any))
        .SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.ParameterType);

    private static bool IsHand(Type taken) => Hands.Any(hand => taken.IsAssignableTo(hand));

    private static string NounOf(Type type) => type.Namespace?.Split('.') is ["SecurityTracker", "Server", var noun, ..] ? noun : "";
}
