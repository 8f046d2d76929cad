using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>
/// The words that every 確認書類 prints. No form of it is published: the layout and these words are our default (既定の様式), those of
/// item 1) taken as far as it has them.
/// </summary>
public static class DocumentWords
{
    public const string Mark = "確認書類";
    public const string MaskedMark = "一部の項目を表示していない写し";
    public const string DraftMark = "案";
    public const string Title = "情報セキュリティを確保するための体制及び遵守の方法について（確認書類）";
    public const string Below = "記";
    public const string ContractHeading = "１．契約件名等";
    public const string OrganizationHeading = "２．情報セキュリティを確保するための体制";
    public const string MethodsHeading = "３．遵守の方法";
    public const string PapersHeading = "４．提出を求められた情報、書類等";
    public const string PartsHeading = "５．再委託先に係るもの";
    public const string Structure = "（１）体制の概要";
    public const string Roles = "（２）役割";
    public const string CapitalAndDirectors = "（３）資本関係・役員の情報";
    public const string Places = "（４）本業務の実施場所";
    public const string Workers = "（５）従事者の名簿";
    public const string Handlers = "（６）情報取扱者名簿";
    public const string Version = "版";
    public const string None = "なし";
    public const string NotSigned = "（未締結）";

    public const string ChangeWord = "同意";
    public const string RePresentationWord = "再提示";

    /// <summary>What stands in place of a value that the reader has no need of.</summary>
    public const string Masked = "（非表示）";

    /// <summary>Said on the screen alone: a remark of the program has no place in an official document.</summary>
    public static readonly Message LayoutNote = new(
        "確認書類の様式は定められていないため、既定の様式で作成しています。",
        "No form of this document is published: the layout is this program's default.");

    /// <summary>第２版.</summary>
    public static string VersionName(int number) => $"第{Wareki.FullWidth(number)}版";

    /// <summary>The word by which the officer takes a first version, as the edition's item 1) prints it: 了承, in ED-A 了解.</summary>
    public static string FirstWord(AnnexEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Requirements.Any(r => r.Number == 1 && r.Text.Contains("提示し了解を得", StringComparison.Ordinal)) ? "了解" : "了承";
    }

    /// <summary>The word that a version of a kind needs, or is.</summary>
    public static string WordOf(VersionKind kind, AnnexEdition edition) => kind switch
    {
        VersionKind.FIRST => FirstWord(edition),
        VersionKind.RE_PRESENTATION => RePresentationWord,
        _ => ChangeWord,
    };

    /// <summary>The sentence between the title and 記.</summary>
    public static string Preamble(VersionKind kind, AnnexEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return kind switch
        {
            VersionKind.FIRST => First(FirstWord(edition), edition.Requirements.Max(requirement => requirement.Number)),
            VersionKind.RE_PRESENTATION =>
                $"情報セキュリティに関する事項{Wareki.FullWidth(DocumentNeeds.StaffNumber(edition))}）の規定に基づき、従事者を変更しますので、下記のとおり再提示します。",
            _ => "情報セキュリティに関する事項１）の規定に基づき、情報セキュリティを確保するための体制等の変更について、下記のとおり案を提出しますので、同意くださるようお願いします。",
        };
    }

    private static string First(string firstWord, int last) =>
        $"情報セキュリティに関する事項１）の規定に基づき、情報セキュリティを確保するための体制並びに２）から{Wareki.FullWidth(last)}）までに記載された事項の遵守の方法及び提出を求められた情報、書類等について、下記のとおり提示しますので、{firstWord}くださるようお願いします。";

    /// <summary>A role in print.</summary>
    public static Message Of(OrganizationRole role) => role switch
    {
        OrganizationRole.INFORMATION_MANAGER => new("情報管理責任者", "Information manager"),
        OrganizationRole.HANDLING_MANAGER => new("情報取扱管理者", "Information handling manager"),
        OrganizationRole.WORKER => new("業務従事者", "Worker"),
        OrganizationRole.SUBCONTRACTOR => new("再委託先", "Subcontractor"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "a role without a word"),
    };

    /// <summary>A field of the roster in print.</summary>
    public static Message Of(PersonField field) => field switch
    {
        PersonField.NAME => new("氏名", "Name"),
        PersonField.AFFILIATION => new("所属", "Affiliation"),
        PersonField.POSITION => new("役職", "Position"),
        PersonField.EXPERTISE => new("専門性", "Expertise"),
        PersonField.ACHIEVEMENTS => new("実績", "Achievements"),
        PersonField.NATIONALITY => new("国籍", "Nationality"),
        PersonField.ADDRESS => new("住所", "Address"),
        PersonField.BIRTH_DATE => new("生年月日", "Date of birth"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "a field without a word"),
    };
}
