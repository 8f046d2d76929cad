namespace SecurityTracker.Domain.Catalogue;

/// <summary>
/// The names of editions. Codes without a mark are everyone's. A firm's own bears the firm's mark behind an underscore, which nobody can type into
/// a code: so no firm takes a code from another or from the ministry, and none learns from a refusal what another has published.
/// </summary>
public static class EditionCode
{
    private const int MarkLength = 8;

    /// <summary>The code under which an edition is published.</summary>
    /// <param name="typed">As it was typed.</param>
    /// <param name="firmId">The firm whose own the edition is, or null.</param>
    public static string Of(string typed, Guid? firmId) => firmId is { } firm ? $"{typed}_{firm.ToString("N")[^MarkLength..].ToUpperInvariant()}" : typed;
}
