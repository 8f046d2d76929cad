using System.Text.RegularExpressions;

namespace SecurityTracker.ServerTests.Architecture;

public sealed partial class VisibilityTests
{
    /// <summary>What holds no contract's content: the frame, the catalogue, who is here, what was noted and answered.</summary>
    private static readonly string[] Outside = ["", "Access", "Organisations", "SignIn", "Catalogue", "Audit", "Idempotency", "Postgres", "Store", "Http", "Jobs", "JobPages"];

    /// <summary>Readers that are given only what a caller has checked: each with the reason.</summary>
    private static readonly Dictionary<string, string> Handed = new(StringComparer.Ordinal)
    {
        ["ConfirmationDocuments/ActsOnVersions.cs"] = "reads the acts on a document whose contract the caller has found inside the boundary",
        ["ConfirmationDocuments/DocumentFiles.cs"] = "serves files of a document that DocumentReader has found inside the boundary",
        ["ConfirmationDocuments/VersionInForce.cs"] = "tells of a contract that ReportReader has found inside the boundary which version is in force",
        ["Contracts/EditionChange.cs"] = "works on a contract that the act has fetched inside the boundary",
        ["Deadlines/ContractRecords.cs"] = "reads for the keeper of what is to be done, which hands out nothing; who reads its rows asks Visible.InboxItems",
        ["Erasure/PersonErasure.cs"] = "finds what is kept of a person that the caller may erase, and hands out counts alone",
        ["Erasure/ErasurePermit.cs"] = "looks whether a person is of the administrator's own organisation",
        ["Reports/GetPeriods.cs"] = "reads the days of a contract that ReportReader has found inside the boundary",
        ["Reports/ReportDrafts.cs"] = "works on a contract that ReportReader has found inside the boundary",
        ["Reports/ReportFiles.cs"] = "serves files of a report that ReportReader has found inside the boundary",
        ["Reports/ReportsAsSeen.cs"] = "looks beside a report that ReportReader or the act has found inside the boundary, and takes out what is not the reader's",
        ["AuthorityActs/DraftReader.cs"] = "reads the draft of an act that ActReader or the command has found inside the boundary",
        ["AuthorityActs/TellOfIncident.cs"] = "writes to the parties of a contract, and tells nothing of what was reported",
        ["Contracts/SectionPresence.cs"] = "looks whether a section's people are here, and hands out yes or no of a contract that the caller has found",
        ["Contracts/Parties.cs"] = "reads organisations, which everyone who acts here may see",
    };

    [Fact]
    public void What_reads_a_contracts_content_asks_what_its_reader_sees()
    {
        var sources = Repository.Sources("api", "Server").ToList();
        // A reader that asks, and what only such a reader hands out, may be relied upon by others; an endpoint is nobody's to rely upon.
        var guarded = sources.Where(source => Asks().IsMatch(source.Text)).SelectMany(source => Declared().Matches(source.Text).Select(m => m.Groups["name"].Value)).ToHashSet();

        sources.Where(source => !Outside.Contains(source.Path.Contains('/', StringComparison.Ordinal) ? source.Path.Split('/')[0] : ""))
            .Where(source => Reads().IsMatch(source.Text) && !Asks().IsMatch(source.Text) && !Handed.ContainsKey(source.Path))
            .Where(source => !Word().Matches(source.Text).Any(word => guarded.Contains(word.Value)))
            .Select(source => source.Path)
            .ShouldBeEmpty("These read streams, snapshots or tables without Visible.To, Boundary or Writer");
    }

    [GeneratedRegex(@"internal (sealed |static )*(class|record) (?<name>\w+)(?<!Endpoint)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b[A-Z]\w+\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\.(Query|QueryJson|Page|Load|LoadJson|AggregateStream|FetchForWriting)<|\.FetchStream\(|new NpgsqlCommand\(|\.CreateCommand\(|\.CreateBatch\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reads();

    [GeneratedRegex(@"\bVisible\.(To|Parts)\(|\bBoundary\b|\b(writer|Writer)\.(Fetch|DecideOn)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asks();
}
