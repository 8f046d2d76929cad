using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Domain.Access;

/// <summary>What can be asked of an organisation.</summary>
public interface IOrganisationCommand;

/// <summary>Registers an organisation that is not there yet.</summary>
public sealed record RegisterOrganisation(
    OrganisationKind Kind, string Name, string? CorporateNumber, IReadOnlyList<Section> Sections, Guid? RegisteredById = null) : IOrganisationCommand;

/// <summary>Gives an organisation another name.</summary>
public sealed record RenameOrganisation(string Name) : IOrganisationCommand;

/// <summary>Adds a 課室 to an office.</summary>
public sealed record AddSection(Section Section) : IOrganisationCommand;

/// <summary>The rules of organisations.</summary>
public static class OrganisationDecider
{
    /// <summary>The longest name, of an organisation or a 課室.</summary>
    public const int LongestName = 200;

    /// <summary>What follows from a command, or why it is refused.</summary>
    public static Decision Decide(IOrganisationCommand command, Organisation state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return command switch
        {
            RegisterOrganisation c => Register(c),
            RenameOrganisation c when RefuseName(c.Name) is { } refusal => Decision.Refuse(refusal.At("/name")),
            RenameOrganisation c when c.Name == state.Name => Decision.Nothing,
            RenameOrganisation c => Decision.Accept(new OrganisationRenamed(c.Name)),
            AddSection when state.Kind != OrganisationKind.MINISTRY_OFFICE => Decision.Refuse(OrganisationRefusals.SectionsOfOfficesOnly.At("/section")),
            AddSection c when RefuseSection(c.Section, "/section") is { } refusal => Decision.Refuse(refusal),
            AddSection c when state.Sections.Any(s => s.Name == c.Section.Name) => Decision.Refuse(OrganisationRefusals.SectionTwice.At("/section/name")),
            AddSection c => Decision.Accept(new SectionAdded(c.Section)),
            _ => SectionSettings.Decide(command, state),
        };
    }

    /// <summary>The organisation after an event.</summary>
    public static Organisation Evolve(Organisation state, IOrganisationEvent e)
    {
        ArgumentNullException.ThrowIfNull(state);
        return e switch
        {
            OrganisationRegistered r => new(r.Kind, r.Name, r.CorporateNumber, r.Sections) { RegisteredById = r.RegisteredById },
            OrganisationRenamed r => state with { Name = r.Name },
            SectionAdded a => state with { Sections = [.. state.Sections, a.Section] },
            _ => SectionSettings.Evolve(state, e),
        };
    }

    private static Decision Register(RegisterOrganisation c)
    {
        var refusal = c switch
        {
            _ when RefuseName(c.Name) is { } name => name.At("/name"),
            { CorporateNumber: { } number } when !CorporateNumber.IsValid(number) => OrganisationRefusals.CorporateNumberWrong.At("/corporateNumber"),
            { Kind: OrganisationKind.CONTRACTOR, Sections.Count: > 0 } => OrganisationRefusals.SectionsOfOfficesOnly.At("/sections"),
            _ when c.Sections.Select(s => s.Name).Distinct(StringComparer.Ordinal).Count() < c.Sections.Count => OrganisationRefusals.SectionTwice.At("/sections"),
            _ => c.Sections.Select((s, i) => RefuseSection(s, $"/sections/{i}")).FirstOrDefault(r => r is not null),
        };
        return refusal is null
            ? Decision.Accept(new OrganisationRegistered(c.Kind, c.Name, c.CorporateNumber, c.Sections, c.RegisteredById))
            : Decision.Refuse(refusal);
    }

    private static Refusal? RefuseSection(Section section, string pointer) => section switch
    {
        { Name: var name } when RefuseName(name) is { } refusal => refusal.At($"{pointer}/name"),
        { Mail: { } mail } when !IsMail(mail) => OrganisationRefusals.MailWrong.At($"{pointer}/mail"),
        _ => null,
    };

    private static Refusal? RefuseName(string name) =>
        Texts.IsBlank(name) || name.Length > LongestName || !Texts.IsPrintable(name, lineBreaks: false) ? OrganisationRefusals.NameMissing : Names.Check(name);

    private static bool IsMail(string mail) =>
        mail.Length <= 254 && mail.Count(c => c == '@') == 1 && mail[0] != '@' && mail[^1] != '@' && !mail.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}

/// <summary>Why organisations refuse.</summary>
public static class OrganisationRefusals
{
    /// <summary>A name that is blank, too long, or holds line breaks.</summary>
    public static readonly Refusal NameMissing = new("name-missing", RefusalKind.INVALID, new(
        "名称を 1〜200 文字で入力してください（改行は使えません）。",
        "Enter a name of 1 to 200 characters, without line breaks."));

    /// <summary>A 法人番号 whose check digit or length is wrong.</summary>
    public static readonly Refusal CorporateNumberWrong = new("corporate-number-wrong", RefusalKind.INVALID, new(
        "法人番号が正しくありません。国税庁の法人番号（13桁の数字）を確かめてください。",
        "The corporate number is wrong. Check the 13 digits published by the National Tax Agency."));

    /// <summary>課室 on a contractor.</summary>
    public static readonly Refusal SectionsOfOfficesOnly = new("sections-of-offices-only", RefusalKind.INVALID, new(
        "課室は当省の部局だけに登録できます。",
        "Only offices of the ministry have sections."));

    /// <summary>Two 課室 of the same name.</summary>
    public static readonly Refusal SectionTwice = new("section-twice", RefusalKind.CONFLICT, new(
        "同じ名称の課室がすでにあります。名称を確かめてください。",
        "There is a section of that name already. Check the name."));

    /// <summary>A mail address that cannot be one.</summary>
    public static readonly Refusal MailWrong = new("mail-wrong", RefusalKind.INVALID, new(
        "メールアドレスの形が正しくありません（例: kacho@example.go.jp）。",
        "This is not a mail address (for example office@example.go.jp)."));
}
