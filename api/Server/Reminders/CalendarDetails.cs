namespace SecurityTracker.Server.Reminders;

/// <summary>One's own calendar.</summary>
/// <param name="Since">Since when its address is good; null where there is none.</param>
internal sealed record CalendarDetails(DateTimeOffset? Since);

/// <summary>The address of a calendar, which is shown this once.</summary>
/// <param name="Address">A secret: whoever knows it reads.</param>
internal sealed record CalendarAddress(string Address);
