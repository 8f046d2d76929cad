using System.Reflection;
using SecurityTracker.Domain;

namespace SecurityTracker.DomainTests.Architecture;

/// <summary>One shape for what decides and what folds, so that who has read one of them can read all.</summary>
public sealed class DecidersTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<Type> Types = typeof(Decision).Assembly.GetTypes();

    private static readonly IReadOnlyList<Type> Commands = [.. Types.Where(IsCommand)];

    [Fact]
    public void A_decider_decides_on_a_command_and_a_state_and_where_it_counts_on_a_moment()
    {
        var deciders = Types.Where(type => type.Name.EndsWith("Decider", StringComparison.Ordinal)).ToList();
        deciders.Count.ShouldBeGreaterThan(10);
        deciders.Where(type => type.GetMethods(Declared).Count(method => method.Name == "Decide" && Decides(method)) != 1).Select(type => type.Name).ShouldBeEmpty();
        Methods("Decide").Where(method => !Decides(method)).Select(Named).ShouldBeEmpty();
    }

    [Fact]
    public void A_fold_makes_a_state_of_a_state_and_an_event()
    {
        var folds = Methods("Evolve").ToList();
        folds.Count.ShouldBeGreaterThan(10);
        folds.Where(method => !Folds(method)).Select(Named).ShouldBeEmpty();
    }

    /// <summary>The day and the instant are handed in beside the command: they are not what is asked.</summary>
    [Fact]
    public void No_command_says_what_time_it_is()
    {
        Commands.Count.ShouldBeGreaterThan(60);
        Commands.SelectMany(type => type.GetProperties())
            .Where(property => property.Name is "Today" or "Now" or "Moment" || typeof(Moment).IsAssignableFrom(property.PropertyType))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .ShouldBeEmpty();
    }

    private static IEnumerable<MethodInfo> Methods(string name) => Types.SelectMany(type => type.GetMethods(Declared)).Where(method => method.Name == name);

    private static bool Decides(MethodInfo method) => method.ReturnType == typeof(Decision) && method.GetParameters() switch
    {
        [{ Name: "command" or "c" } command, { Name: "state" } state] => IsOfCommand(command.ParameterType) && !IsOfCommand(state.ParameterType),
        [{ Name: "command" or "c" } command, { Name: "state" } state, { Name: "moment" or "by" } moment] =>
            IsOfCommand(command.ParameterType) && !IsOfCommand(state.ParameterType) && typeof(Moment).IsAssignableFrom(moment.ParameterType),
        _ => false,
    };

    private static bool Folds(MethodInfo method) => method.GetParameters() switch
    {
        [var state, { Name: "e" } e] => state.ParameterType == method.ReturnType && typeof(IEvent).IsAssignableFrom(e.ParameterType),
        _ => false,
    };

    private static bool IsOfCommand(Type type) => IsCommand(type) || IsCommandInterface(type);

    private static bool IsCommand(Type type) => !type.IsInterface && type.GetInterfaces().Any(IsCommandInterface);

    private static bool IsCommandInterface(Type type) => type.IsInterface && type.Name.EndsWith("Command", StringComparison.Ordinal);

    private static string Named(MethodInfo method) => $"{method.DeclaringType!.Name}.{method}";
}
