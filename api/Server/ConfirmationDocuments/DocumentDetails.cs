using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>A person of the roster as the reader sees them.</summary>
/// <param name="Erased">What was kept of them is erased.</param>
internal sealed record RosterPersonDetails(
    Guid Id,
    IReadOnlyList<OrganizationRole> Roles,
    string? Duty,
    string? Name,
    string? Affiliation,
    string? Position,
    string? Expertise,
    string? Achievements,
    string? Nationality,
    string? Address,
    string? BirthDate,
    bool Erased,
    bool HasAccount)
{
    /// <summary>A person through the eyes of a reader.</summary>
    public static RosterPersonDetails Of(RosterPerson person, PeopleSeen seen)
    {
        string? Field(PersonField field) => seen.Of(person, field);
        return new(
            person.Id, person.Roles, person.Duty, Field(PersonField.NAME), Field(PersonField.AFFILIATION), Field(PersonField.POSITION), Field(PersonField.EXPERTISE),
            Field(PersonField.ACHIEVEMENTS), Field(PersonField.NATIONALITY), Field(PersonField.ADDRESS), Field(PersonField.BIRTH_DATE),
            seen.Erased.Contains(person.Id), person.HasAccount);
    }
}

/// <summary>A role with those who have it.</summary>
internal sealed record RoleDetails(OrganizationRole Role, Message Label, IReadOnlyList<Guid> PersonIds);

/// <summary>What is recorded on an item now.</summary>
internal sealed record RecordedMethod(string? Method, long Version);

/// <summary>One item with its method.</summary>
/// <param name="Text">As the edition prints it.</param>
/// <param name="ObligationVersion">The version of the record that the method was last compared with.</param>
/// <param name="DiffersFromRecord">「記録と異なる」.</param>
internal sealed record MethodDetails(
    int Number, string? RequirementId, string? Heading, string Text, string? Method, long ObligationVersion, bool DiffersFromRecord, RecordedMethod? Recorded);

/// <summary>A paper that goes with the document.</summary>
internal sealed record PaperDetails(Guid Id, string Subject, int? Number, IReadOnlyList<FileRef> Files)
{
    /// <summary>A paper as it is shown.</summary>
    public static PaperDetails Of(RequiredPaper paper) =>
        new(paper.Id, paper.Subject, paper.Number, paper.Files);
}

/// <summary>A subcontractor's part.</summary>
internal sealed record DocumentPartDetails(Guid PartId, long PartVersion, string SubcontractorName, IReadOnlyList<PartMethod> Rows)
{
    /// <summary>A part as it is shown.</summary>
    public static DocumentPartDetails Of(DocumentPart part) =>
        new(part.PartId, part.PartVersion, part.SubcontractorName, part.Methods);
}

/// <summary>All that a document says, to one reader.</summary>
internal sealed record DocumentContentDetails(
    string EditionCode,
    int EditionRevision,
    string? Structure,
    string? Places,
    string? CapitalAndDirectors,
    IReadOnlyList<RosterPersonDetails> People,
    IReadOnlyList<RoleDetails> Roles,
    IReadOnlyList<MethodDetails> Methods,
    IReadOnlyList<PaperDetails> Papers,
    IReadOnlyList<DocumentPartDetails> Parts)
{
    /// <summary>A content in an edition, beside what is recorded now.</summary>
    public static DocumentContentDetails Of(DocumentContent content, AnnexEdition edition, IReadOnlyList<DocumentMethod> recorded, PeopleSeen seen) => new(
        content.Edition.Code,
        content.Edition.Revision,
        content.Organization.Structure,
        content.Organization.Places,
        seen.Of(content.Organization.CapitalAndDirectors),
        [.. content.People.Select(person => RosterPersonDetails.Of(person, seen))],
        [.. Enum.GetValues<OrganizationRole>().Select(role => new RoleDetails(
            role, DocumentWords.Of(role), [.. content.People.Where(person => person.Roles.Contains(role)).Select(person => person.Id)]))],
        [.. content.Methods.Select(method => MethodOf(method, edition, content.ExtraItems, recorded.FirstOrDefault(record => record.Number == method.Number)))],
        [.. content.Papers.Select(PaperDetails.Of)],
        [.. content.Parts.Select(DocumentPartDetails.Of)]);

    private static MethodDetails MethodOf(DocumentMethod method, AnnexEdition edition, IReadOnlyList<DocumentItem> extraItems, DocumentMethod? recorded)
    {
        var requirement = edition.Requirements.FirstOrDefault(r => r.Number == method.Number);
        return new(
            method.Number,
            requirement?.Id,
            requirement?.Heading,
            requirement?.Text ?? extraItems.FirstOrDefault(item => item.Number == method.Number)?.Text ?? "",
            method.Method,
            method.ObligationVersion,
            recorded is not null && recorded.Method != method.Method,
            recorded is null ? null : new RecordedMethod(recorded.Method, recorded.ObligationVersion));
    }
}

/// <summary>A person of whom something else is written.</summary>
/// <param name="Fields">camelCase names of what differs.</param>
internal sealed record PersonChangeDetails(RosterPersonDetails Before, RosterPersonDetails After, IReadOnlyList<string> Fields);

/// <summary>Who was added, who is gone, of whom something else is written.</summary>
internal sealed record PeopleChangeDetails(IReadOnlyList<RosterPersonDetails> Added, IReadOnlyList<RosterPersonDetails> Removed, IReadOnlyList<PersonChangeDetails> Changed);

/// <summary>Papers by what became of them.</summary>
internal sealed record PapersChangeDetails(IReadOnlyList<PaperDetails> Added, IReadOnlyList<PaperDetails> Removed, IReadOnlyList<PaperDetails> Changed);

/// <summary>Parts by what became of them.</summary>
internal sealed record PartsChangeDetails(IReadOnlyList<DocumentPartDetails> Added, IReadOnlyList<DocumentPartDetails> Removed, IReadOnlyList<DocumentPartDetails> Changed);

/// <summary>One version beside another, item by item; what is the same is left out.</summary>
/// <param name="Material">Whether the change needs anything of the officer.</param>
internal sealed record DocumentDiffDetails(
    IReadOnlyList<MethodChange> Methods,
    IReadOnlyList<DiffPart>? Structure,
    IReadOnlyList<DiffPart>? Places,
    IReadOnlyList<DiffPart>? CapitalAndDirectors,
    PeopleChangeDetails People,
    PapersChangeDetails Papers,
    PartsChangeDetails Parts,
    bool Material,
    IReadOnlyList<DocumentNeed> Needs)
{
    /// <summary>The difference of two contents through the eyes of a reader.</summary>
    public static DocumentDiffDetails Of(DocumentContent before, DocumentContent after, int staffNumber, bool rePresentationOnly, PeopleSeen seen)
    {
        var diff = DocumentDiff.Between(before, after);
        var needs = DocumentNeeds.Of(diff, staffNumber, rePresentationOnly);
        RosterPersonDetails Seen(RosterPerson person) => RosterPersonDetails.Of(person, seen);
        return new(
            diff.Methods,
            diff.Structure,
            diff.Places,
            diff.CapitalAndDirectors
                ? TextDiff.Between(seen.Of(before.Organization.CapitalAndDirectors) ?? "", seen.Of(after.Organization.CapitalAndDirectors) ?? "")
                : null,
            new(
                [.. diff.PeopleAdded.Select(Seen)],
                [.. diff.PeopleRemoved.Select(Seen)],
                [.. diff.PeopleChanged.Select(change => new PersonChangeDetails(Seen(change.Before), Seen(change.After), [.. change.Fields.Select(NameOf)]))]),
            new([.. diff.Papers.Added.Select(PaperDetails.Of)], [.. diff.Papers.Removed.Select(PaperDetails.Of)], [.. diff.Papers.Changed.Select(PaperDetails.Of)]),
            new([.. diff.Parts.Added.Select(DocumentPartDetails.Of)], [.. diff.Parts.Removed.Select(DocumentPartDetails.Of)], [.. diff.Parts.Changed.Select(DocumentPartDetails.Of)]),
            needs.Count > 0,
            needs);
    }

    /// <summary>A field as JSON names it.</summary>
    public static string NameOf(PersonField field) => field == PersonField.BIRTH_DATE ? "birthDate" : field.ToString().ToLowerInvariant();
}
