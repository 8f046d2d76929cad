using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>
/// Rules over sets (no overlapping period, one account a mail address) are constraints of the database; this says which refusal
/// each of them is.
/// </summary>
internal sealed class ConstraintRefusals(IEnumerable<ConstraintRefusal> refusals)
{
    private readonly Dictionary<string, Refusal> byConstraint = refusals.ToDictionary(r => r.Constraint, r => r.Refusal, StringComparer.Ordinal);

    /// <summary>The refusal of a constraint, or null where none is known: then a violation is a defect.</summary>
    public Refusal? For(string constraint) => byConstraint.GetValueOrDefault(constraint);
}

/// <summary>One constraint of an inline table and what its violation means.</summary>
internal sealed record ConstraintRefusal(string Constraint, Refusal Refusal);

/// <summary>Registration of constraints by the noun that owns them.</summary>
internal static class ConstraintRefusalRegistration
{
    /// <summary>Answers a violation of <paramref name="constraint"/> with <paramref name="refusal"/>.</summary>
    public static IServiceCollection RefuseOn(this IServiceCollection services, string constraint, Refusal refusal) =>
        services.AddSingleton(new ConstraintRefusal(constraint, refusal));
}
