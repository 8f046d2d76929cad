using System.Text.Json;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;

namespace SecurityTracker.DomainTests.Catalogue;

/// <summary>Compares what was imported with an edition, to the character.</summary>
internal static class ImportedShape
{
    /// <summary>Every requirement, heading, statement, row and fixed text is the edition's.</summary>
    public static void ShouldBeWhole(AnnexImport import, AnnexEdition edition)
    {
        import.Opening.ShouldBe(edition.Opening);
        import.ContractorWord.ShouldBe(edition.ContractorWord);
        JsonSerializer.Serialize(import.Requirements.Select(r => new Requirement(r.Number, r.Id, r.Heading, r.Text, r.Statements)))
            .ShouldBe(JsonSerializer.Serialize(edition.Requirements));
        (import.Form is null).ShouldBe(edition.Form is null);
        if (import.Form is { } form && edition.Form is { } own)
        {
            form.Rows.Select(r => new FormRow(r.Number, r.Label, r.Text)).ShouldBe(own.Rows);
            form.Notes.ShouldBe(own.Notes);
            form.Columns.ShouldBe(own.Columns);
            (form.Title, form.Preamble, form.ContractHeading, form.ReportHeading, form.Closing)
                .ShouldBe((own.Title, own.Preamble, own.ContractHeading, own.ReportHeading, own.Closing));
        }
    }
}
