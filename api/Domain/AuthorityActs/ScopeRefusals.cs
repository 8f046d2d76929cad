namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>Why the reach of a 包括 act, or something done under one, is refused, and what to do next.</summary>
public static class ScopeRefusals
{
    /// <summary>包括 where the edition has none.</summary>
    public static readonly Refusal StandingNotPossible = new("standing-not-possible", RefusalKind.INVALID, new(
        "この手続は、包括では求められません。個別に求めてください。", "This cannot be asked for as a standing one. Ask for it individually."), "/mode");

    /// <summary>包括 without a scope.</summary>
    public static readonly Refusal ScopeMissing = new("scope-missing", RefusalKind.INVALID, new(
        "包括の範囲と終期を入力してください。", "Give the scope of the standing act and its last day."), "/scope");

    /// <summary>A scope on 個別.</summary>
    public static readonly Refusal ScopeNotWanted = new("scope-not-wanted", RefusalKind.INVALID, new(
        "範囲は、包括で求める場合にだけ入力します。", "A scope belongs to a standing act only."), "/scope");

    /// <summary>A scope that is over already.</summary>
    public static readonly Refusal UntilPast = new("until-past", RefusalKind.INVALID, new(
        "終期が既に過ぎています。日付をご確認ください。", "Its last day has passed already. Check the date."), "/scope/until");

    /// <summary>A scope with too many entries.</summary>
    public static readonly Refusal ScopeTooLong = new("scope-too-long", RefusalKind.INVALID, new(
        "範囲の各項目は50件までです。", "At most 50 entries in each part of the scope."), "/scope");

    /// <summary>Uses belong to 包括.</summary>
    public static readonly Refusal NotStanding = new("not-standing", RefusalKind.CONFLICT, new(
        "使用の記録は、得られた包括の手続にだけ付けられます。", "Uses are recorded under a standing act that was given."));

    /// <summary>Outside the 包括 act in these respects.</summary>
    public static Refusal OutsideScope(IReadOnlyList<ScopeRespect> respects)
    {
        ArgumentNullException.ThrowIfNull(respects);
        return new("use-outside-scope", RefusalKind.INVALID, new(
            $"包括の範囲の外にあります（{string.Join('、', respects.Select(r => Name(r).Ja))}）。改めて手続を始めてください。",
            $"This lies outside the standing act ({string.Join(", ", respects.Select(r => Name(r).En))}). Ask for an act of its own."), Pointer(respects[0]));
    }

    /// <summary>One respect in which something lies outside, said of its field.</summary>
    public static Refusal Outside(ScopeRespect respect)
    {
        var name = Name(respect);
        return new($"outside-{respect.ToString().ToLowerInvariant()}", RefusalKind.INVALID, new(
            $"{name.Ja}が、包括の範囲の外にあります。", $"The {name.En} lies outside the standing act."), Pointer(respect));
    }

    private static Message Name(ScopeRespect respect) => respect switch
    {
        ScopeRespect.TIME => new("時期", "time"),
        ScopeRespect.MEDIUM => new("媒体・サービス", "medium or service"),
        ScopeRespect.PURPOSE => new("目的", "purpose"),
        ScopeRespect.PLACE => new("場所", "place"),
        ScopeRespect.PEOPLE => new("従事者", "people"),
        _ => throw new ArgumentOutOfRangeException(nameof(respect), respect, "A respect without a name"),
    };

    private static string Pointer(ScopeRespect respect) => respect == ScopeRespect.TIME ? "/on" : $"/{respect.ToString().ToLowerInvariant()}";
}
