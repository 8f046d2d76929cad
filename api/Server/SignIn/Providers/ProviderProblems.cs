namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Why a link to an account elsewhere is refused.</summary>
internal static class ProviderProblems
{
    /// <summary>The provider does not answer.</summary>
    public static readonly Problem Unavailable = new(StatusCodes.Status503ServiceUnavailable, ProviderFailure.Unavailable, new(
        "組織のサインインのサーバーが応答していません。しばらくしてからもう一度試すか、組織の情報システム担当に連絡してください。",
        "Your organisation's sign-in does not answer. Try again later, or tell those who run it."));
}
