namespace SecurityTracker.Server.SignIn;

/// <summary>
/// The named defaults (既定値) of signing in, each to be set in the configuration section <c>SignIn</c>. The ministry's own people sit at
/// shared desks: theirs are shorter.
/// </summary>
internal sealed class SignInSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "SignIn";

    /// <summary>Minutes without a request after which a session ends.</summary>
    public int IdleMinutes { get; set; } = 8 * 60;

    /// <summary>The same for whoever belongs to an office of the ministry.</summary>
    public int MinistryIdleMinutes { get; set; } = 60;

    /// <summary>Hours after which a session ends, whatever happens in it.</summary>
    public int AbsoluteHours { get; set; } = 12;

    /// <summary>Minutes in which a begun sign-in has to be completed.</summary>
    public int BegunMinutes { get; set; } = 10;

    /// <summary>Minutes for which a sign-in or a re-authentication is recent.</summary>
    public int RecentMinutes { get; set; } = 15;

    /// <summary>Failures in a row after which an account is locked.</summary>
    public int FailuresUntilLocked { get; set; } = 10;

    /// <summary>Minutes for which it is locked.</summary>
    public int LockedMinutes { get; set; } = 15;

    /// <summary>Days in which an invitation can be accepted.</summary>
    public int InvitationDays { get; set; } = 7;

    /// <summary>Minutes in which a password can be set anew by a link.</summary>
    public int ResetMinutes { get; set; } = 60;
}
