namespace SecurityTracker.Domain.Access;

/// <summary>Why commands to people are refused, and what to do next.</summary>
public static class PersonRefusals
{
    /// <summary>No such person for this actor.</summary>
    public static readonly Refusal NotFound = new("not-found", RefusalKind.NOT_FOUND, new(
        "利用者が見つかりません。組織と利用者の一覧からお選びください。", "There is no such person. Choose one from the list."));

    /// <summary>The id is taken.</summary>
    public static readonly Refusal Registered = new("person-registered", RefusalKind.CONFLICT, new(
        "この利用者は既に登録されています。", "This person is registered already."));

    /// <summary>Nothing can be changed of what was erased.</summary>
    public static readonly Refusal Erased = new("person-erased", RefusalKind.CONFLICT, new(
        "この利用者の個人情報は消去済みです。必要なときは、新しい利用者として招待してください。",
        "What was personal of this person has been erased. Invite them as a new person if needed."));

    /// <summary>A role that an organisation of this kind does not have.</summary>
    public static readonly Refusal RoleNotOfOrganisation = new("role-not-of-organisation", RefusalKind.INVALID, new(
        "この組織にその役割はありません。組織の種別（受注者側・当省側）に合う役割をお選びください。",
        "An organisation of this kind has no such role. Choose a role of its side."), "/role");

    /// <summary>担当職員 and 課室長 belong to a 課室.</summary>
    public static readonly Refusal SectionMissing = new("section-missing", RefusalKind.INVALID, new(
        "担当職員・課室長については、課室をお選びください。", "Choose the section for a supervising officer or a section head."), "/sectionId");

    /// <summary>Not a 課室 of this organisation, or a role without one.</summary>
    public static readonly Refusal SectionUnknown = new("section-unknown", RefusalKind.INVALID, new(
        "この組織・役割に、その課室は指定できません。課室の一覧からお選びください。", "This section cannot be named for this organisation and role. Choose one from the list."), "/sectionId");

    /// <summary>The person acts so already.</summary>
    public static readonly Refusal MembershipTwice = new("membership-twice", RefusalKind.CONFLICT, new(
        "この利用者には、その役割が既にあります。", "The person has this role already."), "/role");

    /// <summary>No such membership.</summary>
    public static readonly Refusal MembershipUnknown = new("not-found", RefusalKind.NOT_FOUND, new(
        "役割の登録が見つかりません。組織と利用者の一覧を読み直してください。", "There is no such membership. Read the list again."));

    /// <summary>Somebody else gives and takes the role.</summary>
    public static readonly Refusal RoleNotYours = new("role-not-yours-to-give", RefusalKind.INVALID, new(
        "この役割を付与・解除できるのは、別の役割の方です。システム管理者又は課室長にご依頼ください。",
        "You cannot give or take this role. Ask an administrator or the section head."), "/role");

    /// <summary>Nobody erases themselves.</summary>
    public static readonly Refusal ErasingOneself = new("same-person", RefusalKind.CONFLICT, new(
        "自分自身の情報は消去できません。別の管理者に依頼してください。", "You cannot erase yourself. Ask another administrator."));

    /// <summary>The person is not this organisation's alone.</summary>
    public static readonly Refusal ActsForOthers = new("acts-for-others", RefusalKind.CONFLICT, new(
        "この人は他の組織でも利用しています。先に他の組織での所属を終了してください。", "This person acts for other organisations too. End those memberships first."));
}
