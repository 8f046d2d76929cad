namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>Why a link to an account elsewhere is refused.</summary>
internal static class ProviderProblems
{
    /// <summary>The provider does not answer.</summary>
    public static readonly Problem Unavailable = new(StatusCodes.Status503ServiceUnavailable, ProviderFailure.Unavailable, new(
        "組織のサインインのサーバーが応答していません。しばらくしてからもう一度試すか、組織の情報システム担当に連絡してください。",
        "Your organisation's sign-in does not answer. Try again later, or tell those who run it."));

    /// <summary>Nobody came back from a provider to this browser of late.</summary>
    public static readonly Problem NobodyArrived = new(StatusCodes.Status404NotFound, "arrival-over", new(
        "時間が経過しました。招待のメールのリンクを開き、もう一度操作してください。", "Time has run out. Open the link of the invitation and try again."));
}
