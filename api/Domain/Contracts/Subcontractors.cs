using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Contracts;

/// <summary>How another firm takes part in a contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubcontractorKind>))]
public enum SubcontractorKind
{
    /// <summary>再委託先, which includes 外注 and 請負.</summary>
    SUBCONTRACTOR,

    /// <summary>A member of a consortium whose 幹事法人 is the contractor; it counts as 再委託先 under 5).</summary>
    CONSORTIUM_MEMBER,

    /// <summary>A member of a 連名契約, which is a party itself.</summary>
    JOINT_MEMBER,
}

/// <summary>Another firm that takes part in the contract.</summary>
/// <param name="Id">Its id in this contract.</param>
/// <param name="OrganisationId">The organisation here, whose people see their part; null when it is not known here.</param>
/// <param name="Name">名称.</param>
/// <param name="Kind">How it takes part.</param>
/// <param name="Numbers">The requirements that flow down to it (5)), in order; empty for a joint party, to whom all apply anyway.</param>
/// <param name="From">Since when.</param>
/// <param name="EndedOn">The first day without it, or null.</param>
public sealed record Subcontractor(
    Guid Id, Guid? OrganisationId, string Name, SubcontractorKind Kind, IReadOnlyList<int> Numbers, DateOnly From, DateOnly? EndedOn);

/// <summary>A firm takes part from this day on.</summary>
public sealed record SubcontractorEngaged(
    Guid SubcontractorId, Guid? OrganisationId, string Name, SubcontractorKind Kind, IReadOnlyList<int> Numbers, DateOnly From) : IContractEvent;

/// <summary>What is known of the firm, or what flows down to it, changed.</summary>
public sealed record SubcontractorChanged(Guid SubcontractorId, Guid? OrganisationId, string Name, IReadOnlyList<int> Numbers) : IContractEvent;

/// <summary>The firm no longer takes part from this day on; what it answered stays.</summary>
public sealed record SubcontractorReleased(Guid SubcontractorId, DateOnly On) : IContractEvent;

/// <summary>Note a 再委託先 or a member of the consortium.</summary>
/// <param name="Known">The numbers that the contract has.</param>
public sealed record EngageSubcontractor(
    Guid SubcontractorId, Guid? OrganisationId, string Name, SubcontractorKind Kind, IReadOnlyList<int> Numbers, DateOnly From, IReadOnlyList<int> Known) : IContractCommand;

/// <summary>Change what is known of it.</summary>
/// <param name="Known">The numbers that the contract has.</param>
public sealed record ChangeSubcontractor(
    Guid SubcontractorId, Guid? OrganisationId, string Name, IReadOnlyList<int> Numbers, IReadOnlyList<int> Known) : IContractCommand;

/// <summary>Let what flows down follow the contract to another edition.</summary>
/// <param name="All">The numbers there under which the words of one here stand.</param>
public sealed record RenumberSubcontractors(Func<int, IReadOnlyList<int>> All) : IContractCommand;

/// <summary>Note that it takes part no more.</summary>
public sealed record ReleaseSubcontractor(Guid SubcontractorId, DateOnly On) : IContractCommand;

/// <summary>The rules of those who take part beside the contractor.</summary>
internal static class SubcontractorRules
{
    private const int MostAtOnce = 200;

    public static Decision Decide(EngageSubcontractor c, Contract state)
    {
        var refusal = Check(c.SubcontractorId, c.OrganisationId, c.Name, c.Kind, c.Numbers, c.Known, state)
            ?? ContractRules.CheckDay(c.From, "/from")
            ?? (c.Kind, state.Consortium) switch
            {
                (SubcontractorKind.JOINT_MEMBER, not Consortium.JOINT) => SubcontractorRefusals.NotJoint,
                (SubcontractorKind.CONSORTIUM_MEMBER, not Consortium.LEAD_ONLY) => SubcontractorRefusals.NoConsortium,
                _ => null,
            }
            ?? (state.Subcontractors.Count >= MostAtOnce ? SubcontractorRefusals.TooMany : null);
        return refusal is null
            ? Decision.Accept(new SubcontractorEngaged(c.SubcontractorId, c.OrganisationId, c.Name, c.Kind, [.. c.Numbers.Order()], c.From))
            : Decision.Refuse(refusal);
    }

    public static Decision Decide(ChangeSubcontractor c, Contract state) => state.Subcontractors.FirstOrDefault(s => s.Id == c.SubcontractorId) switch
    {
        null => Decision.Refuse(SubcontractorRefusals.NotFound),
        { EndedOn: not null } => Decision.Refuse(SubcontractorRefusals.Ended),
        var s when Check(s.Id, c.OrganisationId, c.Name, s.Kind, c.Numbers, c.Known, state) is { } refusal => Decision.Refuse(refusal),
        var s when s.OrganisationId == c.OrganisationId && s.Name == c.Name && s.Numbers.SequenceEqual(c.Numbers.Order()) => Decision.Nothing,
        var s => Decision.Accept(new SubcontractorChanged(s.Id, c.OrganisationId, c.Name, [.. c.Numbers.Order()])),
    };

    public static Decision Decide(RenumberSubcontractors c, Contract state) => Decision.Accept(
    [
        .. from firm in state.Subcontractors
           let numbers = firm.Numbers.SelectMany(c.All).Distinct().Order().ToList()
           where !numbers.SequenceEqual(firm.Numbers)
           select new SubcontractorChanged(firm.Id, firm.OrganisationId, firm.Name, numbers),
    ]);

    public static Decision Decide(ReleaseSubcontractor c, Contract state) => state.Subcontractors.FirstOrDefault(s => s.Id == c.SubcontractorId) switch
    {
        null => Decision.Refuse(SubcontractorRefusals.NotFound),
        { EndedOn: not null } => Decision.Nothing,
        var s => ContractRules.CheckDay(c.On, "/on") is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(new SubcontractorReleased(s.Id, c.On < s.From ? s.From : c.On)),
    };

    public static IReadOnlyList<Subcontractor> Evolve(IReadOnlyList<Subcontractor> before, IContractEvent e) => e switch
    {
        SubcontractorEngaged x => [.. before, new(x.SubcontractorId, x.OrganisationId, x.Name, x.Kind, x.Numbers, x.From, EndedOn: null)],
        SubcontractorChanged x => [.. before.Select(s => s.Id == x.SubcontractorId ? s with { OrganisationId = x.OrganisationId, Name = x.Name, Numbers = x.Numbers } : s)],
        SubcontractorReleased x => [.. before.Select(s => s.Id == x.SubcontractorId ? s with { EndedOn = x.On } : s)],
        _ => before,
    };

    private static Refusal? Check(
        Guid id, Guid? organisationId, string name, SubcontractorKind kind, IReadOnlyList<int> numbers, IReadOnlyList<int> known, Contract state) =>
        Texts.Line(name, ContractRules.MaxName, "/name") ?? kind switch
        {
            _ when !Enum.IsDefined(kind) => SubcontractorRefusals.KindUnknown,
            _ when organisationId is { } firm && state.NotToTakePart(firm, but: id) is { } refusal => refusal,
            SubcontractorKind.JOINT_MEMBER => numbers.Count == 0 ? null : SubcontractorRefusals.NumbersOfJointMember,
            _ when numbers.Count == 0 => SubcontractorRefusals.NumbersMissing,
            _ when numbers.Distinct().Count() < numbers.Count || numbers.Except(known).Any() => SubcontractorRefusals.NumberUnknown,
            _ => null,
        };
}

/// <summary>Why a firm cannot be noted so, and what to do next.</summary>
public static class SubcontractorRefusals
{
    /// <summary>The contract has none of this id.</summary>
    public static readonly Refusal NotFound = new("not-found", RefusalKind.NOT_FOUND, new(
        "再委託先等が見つかりません。契約の画面を読み直してください。", "There is no such subcontractor. Read the contract again."));

    /// <summary>It no longer takes part.</summary>
    public static readonly Refusal Ended = new("subcontractor-ended", RefusalKind.CONFLICT, new(
        "この再委託先等は終了しています。改めて加わるときは、新しく登録してください。", "It no longer takes part. Note it anew if it takes part again."));

    /// <summary>Not one of the kinds.</summary>
    public static readonly Refusal KindUnknown = new("subcontractor-kind-unknown", RefusalKind.INVALID, new(
        "種別は「再委託先」「共同事業体の構成員」「連名の契約者」のいずれかです。", "The kind is one of SUBCONTRACTOR, CONSORTIUM_MEMBER and JOINT_MEMBER."), "/kind");

    /// <summary>The contractor is not its own subcontractor.</summary>
    public static readonly Refusal Itself = new("subcontractor-itself", RefusalKind.INVALID, new(
        "受注者自身を再委託先等にすることはできません。", "The contractor cannot be its own subcontractor."), "/organisationId");

    /// <summary>The organisation takes part already.</summary>
    public static readonly Refusal Twice = new("subcontractor-twice", RefusalKind.CONFLICT, new(
        "この組織は既に登録されています。", "This organisation takes part already."), "/organisationId");

    /// <summary>A joint party without a 連名契約.</summary>
    public static readonly Refusal NotJoint = new("contract-not-joint", RefusalKind.INVALID, new(
        "連名契約ではないため、連名の契約者は登録できません。", "This is not a joint contract, so it has no joint parties."), "/kind");

    /// <summary>A member of a consortium that there is not.</summary>
    public static readonly Refusal NoConsortium = new("contract-without-consortium", RefusalKind.INVALID, new(
        "共同事業体（幹事法人が契約者）の契約ではないため、構成員は登録できません。", "The contract is not with the lead of a consortium, so it has no members."), "/kind");

    /// <summary>All requirements apply to a joint party.</summary>
    public static readonly Refusal NumbersOfJointMember = new("numbers-not-wanted", RefusalKind.INVALID, new(
        "連名の契約者には全ての事項が適用されるため、番号は指定しません。", "Everything applies to a joint party, so no numbers are named."), "/numbers");

    /// <summary>What flows down is named.</summary>
    public static readonly Refusal NumbersMissing = new("numbers-missing", RefusalKind.INVALID, new(
        "再委託先に遵守させる事項の番号を選んでください。", "Choose the items that flow down."), "/numbers");

    /// <summary>A number that the contract does not have, or one named twice.</summary>
    public static readonly Refusal NumberUnknown = new("number-unknown", RefusalKind.INVALID, new(
        "この契約にない番号か、重複した番号があります。番号をご確認ください。", "The contract has no item of that number, or it is named twice."), "/numbers");

    /// <summary>More than can be meant.</summary>
    public static readonly Refusal TooMany = new("subcontractors-too-many", RefusalKind.CONFLICT, new(
        "再委託先等は200者までです。", "At most 200 firms take part."));

    /// <summary>An organisation that is not a firm here, or not one the actor knows.</summary>
    public static readonly Refusal OrganisationUnknown = new("organisation-unknown", RefusalKind.INVALID, new(
        "組織が見つかりません。組織の一覧からお選びください。", "There is no such organisation. Choose one from the list."), "/organisationId");

    /// <summary>What is one for all parties is the 幹事法人's alone: the contract and what is agreed on it, the 確認書類, the reports and what is said about them.</summary>
    public static readonly Refusal LeadOnly = new("lead-only", RefusalKind.CONFLICT, new(
        "契約の変更、担当職員との取決めの記録、確認書類と報告書の提出及び照会への回答は、幹事法人（契約の代表者）が行います。幹事法人にご依頼ください。",
        "The lead of the parties alone changes the contract, records what is agreed on it, hands in the confirmation document and the reports, and answers for them. Ask the lead."));
}
