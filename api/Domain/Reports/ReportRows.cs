using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.Reports;

/// <summary>What an edition wants of each row of a report.</summary>
public static class ReportRows
{
    /// <summary>The rows of the edition's form, or of the agreed layout where it has none (ED-A).</summary>
    public static IReadOnlyList<FormRow> Of(AnnexEdition edition) => (edition.Form ?? AgreedForm.Of(edition)).Rows;

    /// <summary>Whether a statement of the requirement is explained whatever its status: 15)⑩ of ED-C and ED-D.</summary>
    public static bool WantsExplanation(AnnexEdition edition, int number) =>
        edition.Requirements.FirstOrDefault(requirement => requirement.Number == number) is { } requirement && Any(requirement.Statements);

    private static bool Any(IReadOnlyList<Statement> statements) =>
        statements.Any(statement => statement.AlwaysExplained || Any(statement.Statements));
}
