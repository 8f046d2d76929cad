namespace SecurityTracker.Domain.Catalogue;

/// <summary>Whether what a requirement demands is said in other words in another edition: by its clause, its statements, or its row of the form.</summary>
public static class RequirementWords
{
    /// <summary>Whether anything of it differs, character by character; a requirement that one of the two lacks differs.</summary>
    public static bool Differ(AnnexEdition before, AnnexEdition after, string requirementId)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Of(before, requirementId) is not { } said || Of(after, requirementId) is not { } says || said != says;
    }

    private static (string Clause, string? Row)? Of(AnnexEdition edition, string requirementId) =>
        edition.Requirements.FirstOrDefault(r => r.Id == requirementId) is { } found
            ? (found.Text, edition.Form?.Rows.FirstOrDefault(row => row.Number == found.Number)?.Text)
            : null;
}
