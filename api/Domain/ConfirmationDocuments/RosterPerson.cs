using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>The part a person plays in 情報セキュリティを確保するための体制.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrganizationRole>))]
public enum OrganizationRole
{
    /// <summary>情報管理責任者.</summary>
    INFORMATION_MANAGER,

    /// <summary>情報取扱管理者.</summary>
    HANDLING_MANAGER,

    /// <summary>業務従事者: item 4) wants each of them.</summary>
    WORKER,

    /// <summary>再委託先: whoever answers for it there.</summary>
    SUBCONTRACTOR,
}

/// <summary>What is written of a person, each kept outside the events.</summary>
public enum PersonField
{
    /// <summary>氏名.</summary>
    NAME,

    /// <summary>所属 (item 4).</summary>
    AFFILIATION,

    /// <summary>役職 (情報取扱者名簿).</summary>
    POSITION,

    /// <summary>専門性: 情報セキュリティに係る資格・研修実績等 (item 4).</summary>
    EXPERTISE,

    /// <summary>実績 (item 4).</summary>
    ACHIEVEMENTS,

    /// <summary>国籍 (item 4).</summary>
    NATIONALITY,

    /// <summary>住所 (情報取扱者名簿 only).</summary>
    ADDRESS,

    /// <summary>生年月日 (情報取扱者名簿 only).</summary>
    BIRTH_DATE,
}

/// <summary>
/// A person of the roster. 従事者 of item 4) and 情報取扱者 of a specification's own roster are told apart by what is filled in.
/// </summary>
/// <param name="Id">Whose data it is: erasure goes by it. The person's own id where the person has an account, else one made for the roster.</param>
/// <param name="HasAccount">Whether that id is of a person who signs in here.</param>
/// <param name="Roles">At least one.</param>
/// <param name="Duty">What the person does in the work; no personal data.</param>
public sealed record RosterPerson(
    Guid Id,
    bool HasAccount,
    IReadOnlyList<OrganizationRole> Roles,
    string? Duty,
    [property: Personal] PersonalRef Name,
    [property: Personal] PersonalRef? Affiliation = null,
    [property: Personal] PersonalRef? Position = null,
    [property: Personal] PersonalRef? Expertise = null,
    [property: Personal] PersonalRef? Achievements = null,
    [property: Personal] PersonalRef? Nationality = null,
    [property: Personal] PersonalRef? Address = null,
    [property: Personal] PersonalRef? BirthDate = null)
{
    /// <summary>All fields, in the order of print.</summary>
    public static IReadOnlyList<PersonField> Fields { get; } = Enum.GetValues<PersonField>();

    /// <summary>Where the value of a field is kept, or null while it is not filled in.</summary>
    public PersonalRef? RefOf(PersonField field) => field switch
    {
        PersonField.NAME => Name,
        PersonField.AFFILIATION => Affiliation,
        PersonField.POSITION => Position,
        PersonField.EXPERTISE => Expertise,
        PersonField.ACHIEVEMENTS => Achievements,
        PersonField.NATIONALITY => Nationality,
        PersonField.ADDRESS => Address,
        PersonField.BIRTH_DATE => BirthDate,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
    };

    /// <summary>Every value that is kept of the person.</summary>
    [JsonIgnore]
    public IEnumerable<PersonalRef> Refs => Fields.Select(RefOf).OfType<PersonalRef>();

    /// <summary>Whether the same is written of the person, roles and duty included. An amended value is another one.</summary>
    public bool SameAs(RosterPerson other) =>
        Id == other.Id && Duty == other.Duty && Roles.SequenceEqual(other.Roles) && Fields.All(field => RefOf(field) == other.RefOf(field));
}

/// <summary>What was typed of a person, before it is kept. Blank is not filled in.</summary>
public sealed record PersonValues(
    IReadOnlyList<OrganizationRole> Roles,
    string? Duty,
    [property: Personal] string? Name,
    [property: Personal] string? Affiliation,
    [property: Personal] string? Position,
    [property: Personal] string? Expertise,
    [property: Personal] string? Achievements,
    [property: Personal] string? Nationality,
    [property: Personal] string? Address,
    [property: Personal] DateOnly? BirthDate)
{
    private const int MostOfLine = 200;

    /// <summary>What is to be kept of a field, or null.</summary>
    public string? ValueOf(PersonField field) => Blank(field switch
    {
        PersonField.NAME => Name,
        PersonField.AFFILIATION => Affiliation,
        PersonField.POSITION => Position,
        PersonField.EXPERTISE => Expertise,
        PersonField.ACHIEVEMENTS => Achievements,
        PersonField.NATIONALITY => Nationality,
        PersonField.ADDRESS => Address,
        PersonField.BIRTH_DATE => BirthDate?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
    });

    /// <summary>Why it is not taken, pointing at the field, or null. 専門性 and 実績 may have several lines, the others one.</summary>
    public Refusal? Refusal(DateOnly today) =>
        Roles.Count == 0 || Roles.Any(role => !Enum.IsDefined(role)) ? ConfirmationDocumentRefusals.RolesMissing
        : BirthDate > today ? ConfirmationDocumentRefusals.BirthDateInFuture
        : Texts.Line(Name, MostOfLine, "/name")
            ?? Texts.OptionalLine(Blank(Duty), MostOfLine, "/duty")
            ?? Texts.OptionalLine(Blank(Affiliation), MostOfLine, "/affiliation")
            ?? Texts.OptionalLine(Blank(Position), MostOfLine, "/position")
            ?? Lines(Expertise, "/expertise")
            ?? Lines(Achievements, "/achievements")
            ?? Texts.OptionalLine(Blank(Nationality), MostOfLine, "/nationality")
            ?? Texts.OptionalLine(Blank(Address), MostOfLine, "/address");

    private static string? Blank(string? text) => Texts.IsBlank(text) ? null : text;

    private static Refusal? Lines(string? text, string pointer) => Texts.IsBlank(text) ? null : Texts.Paragraphs(text, pointer);
}
