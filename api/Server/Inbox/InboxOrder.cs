namespace SecurityTracker.Server.Inbox;

/// <summary>An order of the list, as SQL over rows i, of which <c>late</c> says whether their day has passed.</summary>
/// <param name="Name">Its name in a cursor.</param>
/// <param name="Rank">What comes first of all, as a number.</param>
/// <param name="Day">By which day, within a rank.</param>
/// <param name="Since">By which instant, within a day.</param>
/// <param name="IsDescending">Whether the last comes first.</param>
internal sealed record InboxOrder(string Name, string Rank, string Day, string Since, bool IsDescending)
{
    // 第一報 first; then what is late, such as a word that was not given before what it was asked for began.
    private const string Urgency = "CASE WHEN i.urgent THEN 0 WHEN i.late THEN 1 ELSE 2 END";

    // Npgsql reads the last day of C# as it, and writes it so.
    private const string NoDay = "DATE 'infinity'";

    /// <summary>What was done last stands first: whoever marked something by mistake looks for it there.</summary>
    public static InboxOrder Done { get; } = new("done", "0::int", NoDay, "i.done_at", IsDescending: true);

    /// <summary>The most urgent first, then what has waited longest.</summary>
    public static InboxOrder Age { get; } = new("age", Urgency, NoDay, "i.since", IsDescending: false);

    /// <summary>期限: what is late, then by the day; a 目安日 that has passed stands where its day does.</summary>
    public static InboxOrder Due { get; } = new("due", Urgency, "i.due_on", "i.since", IsDescending: false);

    /// <summary>第一報, then by the day that is due or begins.</summary>
    public static InboxOrder Date { get; } = new("date", "CASE WHEN i.urgent THEN 0 ELSE 1 END", $"COALESCE(i.due_on, i.starts_on, {NoDay})", "i.since", IsDescending: false);

    /// <summary>The place of a row, as a tuple.</summary>
    public string Place => $"({Rank}, {Day}, {Since}, i.thing_id, i.type, i.key)";

    /// <summary>A page p in this order, with its rank and its day.</summary>
    public string OfPage => IsDescending
        ? "p.rank DESC, p.day DESC, p.done_at DESC, p.thing_id DESC, p.type DESC, p.key DESC" : "p.rank, p.day, p.since, p.thing_id, p.type, p.key";

    /// <summary>The rows in this order.</summary>
    public string OrderBy => IsDescending ? $"{Rank} DESC, {Day} DESC, {Since} DESC, i.thing_id DESC, i.type DESC, i.key DESC" : $"{Rank}, {Day}, {Since}, i.thing_id, i.type, i.key";
}
