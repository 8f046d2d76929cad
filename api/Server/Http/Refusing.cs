using System.Diagnostics;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>
/// How a refusal ends a request. What stands below an endpoint gives what it was asked for or throws; where a refusal is wanted as a
/// value (what an actor could do, a batch whose items stand each for itself), the domain's own <see cref="Refusal"/> is one.
/// </summary>
internal static class Refusing
{
    /// <summary>Ends the request where there is a refusal; goes on where there is none.</summary>
    [StackTraceHidden]
    public static void ThrowIfRefused(this Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new ProblemException(Problems.From(refusal));
        }
    }

    /// <summary>Ends the request with this refusal where something holds.</summary>
    [StackTraceHidden]
    public static void ThrowIf(this Refusal refusal, bool holds) => (holds ? refusal : null).ThrowIfRefused();

    /// <summary>What was found; a 404 where nothing was.</summary>
    [StackTraceHidden]
    public static T OrNotFound<T>(this T? found)
        where T : class => found ?? throw new ProblemException(Problems.NotFound);

    /// <summary>What was read, unless it could not be.</summary>
    [StackTraceHidden]
    public static T OrThrow<T>(this Formats.Documents.ReadOutcome<T> outcome)
        where T : class
    {
        outcome.Refusal.ThrowIfRefused();
        return outcome.Value!;
    }
}
