using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Access;

/// <summary>Which side of a contract an organisation stands on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrganisationKind>))]
public enum OrganisationKind
{
    /// <summary>受注者 (and 再委託先, which are contractors of their own).</summary>
    CONTRACTOR,

    /// <summary>当省の部局: an office with its 課室.</summary>
    MINISTRY_OFFICE,
}

/// <summary>A 課室 of an office.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">e.g. サイバーセキュリティ課.</param>
/// <param name="Mail">The 課室's shared address (no person's), or null.</param>
public sealed record Section(Guid Id, string Name, string? Mail);

/// <summary>An organisation as it stands now.</summary>
/// <param name="Kind">Its side.</param>
/// <param name="Name">Its name as printed on forms.</param>
/// <param name="CorporateNumber">法人番号, or null.</param>
/// <param name="Sections">Its 課室, in the order of registration; empty for a contractor.</param>
public sealed record Organisation(OrganisationKind Kind, string Name, string? CorporateNumber, IReadOnlyList<Section> Sections)
{
    /// <summary>Before anything happened.</summary>
    public static Organisation Initial { get; } = new(OrganisationKind.CONTRACTOR, "", CorporateNumber: null, []);

    /// <summary>The organisation whose people registered it, or null.</summary>
    public Guid? RegisteredById { get; init; }

    /// <summary>For what its 課室 want a second pair of eyes.</summary>
    public IReadOnlyList<SectionRule> Rules { get; init; } = [];

    /// <summary>How long its 課室 keep what is handed in, where that is not the 既定値.</summary>
    public IReadOnlyList<SectionRetention> Retentions { get; init; } = [];

    /// <summary>How often the people of its 課室 are written to, where that is not the 既定値.</summary>
    public IReadOnlyList<SectionReminders> Reminders { get; init; } = [];

    /// <summary>Who decides in the place of a 課室長, past and to come.</summary>
    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    /// <summary>The kinds for which a 課室 wants a second pair of eyes.</summary>
    public IReadOnlyList<ReviewedKind> SecondPairOfEyes(Guid sectionId) => Rules.FirstOrDefault(r => r.SectionId == sectionId)?.SecondPairOfEyes ?? [];

    /// <summary>The years after the fiscal year for which a 課室 keeps what is handed in, or null for the 既定値.</summary>
    public int? RetentionYears(Guid sectionId) => Retentions.FirstOrDefault(r => r.SectionId == sectionId)?.Years;

    /// <summary>How often the people of a 課室 are written to who have not chosen themselves, or null for the 既定値.</summary>
    public ReminderRhythm? ReminderRhythm(Guid sectionId) => Reminders.FirstOrDefault(r => r.SectionId == sectionId)?.Rhythm;
}

/// <summary>What happens to an organisation.</summary>
public interface IOrganisationEvent : IEvent;

/// <summary>An organisation was registered.</summary>
/// <param name="RegisteredById">The organisation whose people registered it: they look after it until it has people of its own.</param>
public sealed record OrganisationRegistered(
    OrganisationKind Kind, string Name, string? CorporateNumber, IReadOnlyList<Section> Sections, Guid? RegisteredById = null) : IOrganisationEvent;

/// <summary>An organisation goes by another name from now on; contracts keep the names they were signed with.</summary>
public sealed record OrganisationRenamed(string Name) : IOrganisationEvent;

/// <summary>A 課室 was added to an office.</summary>
public sealed record SectionAdded(Section Section) : IOrganisationEvent;
