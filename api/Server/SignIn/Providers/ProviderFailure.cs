using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>A provider that cannot be reached or says something that cannot be used. The message is for the log.</summary>
internal sealed class ProviderUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>An answer that is not to be believed. The message is for the log: it holds no personal data and no part of the token.</summary>
internal sealed class ProviderAnswerException(string message) : Exception(message);

/// <summary>What a failed sign-in with a provider is called, on the screen and in the log.</summary>
internal static class ProviderFailure
{
    /// <summary>The provider does not answer, or not with what can be used.</summary>
    public const string Unavailable = "provider-unavailable";

    /// <summary>The provider's word is not to be believed.</summary>
    public const string AnswerWrong = "provider-answer-wrong";

    /// <summary>Whoever came back did so late, twice, from elsewhere, or with an error of the provider's own page.</summary>
    public const string TryAgain = "provider-try-again";

    /// <summary>The code of a failure.</summary>
    public static string CodeOf(Exception? failure)
    {
        var causes = Causes(failure).ToList();
        return causes.Any(IsUnavailable) ? Unavailable
            : causes.Any(IsAnswerWrong) ? AnswerWrong
            : TryAgain;
    }

    /// <summary>
    /// Why, for the log: our own sentences and those of the wire and the framework, and of the packages the kind of failure and its number, since their sentences
    /// can hold what came with the answer.
    /// </summary>
    public static string Reason(Exception? failure)
    {
        var causes = Causes(failure).ToList();
        return causes.FirstOrDefault(HoldsNothingOfAnAnswer)?.Message ?? (causes.FirstOrDefault(IsAnswerWrong) ?? causes.LastOrDefault()) switch
        {
            null => "",
            var cause when cause.Message.StartsWith("IDX", StringComparison.Ordinal) => $"{cause.GetType().Name} {cause.Message.Split(':')[0]}",
            var cause => cause.GetType().Name,
        };
    }

    private static bool HoldsNothingOfAnAnswer(Exception cause) =>
        cause is ProviderUnavailableException or ProviderAnswerException or HttpRequestException or TaskCanceledException or AuthenticationFailureException;

    /// <summary>What the token endpoint said and nobody could read comes as the framework's exception around another kind.</summary>
    private static bool IsUnavailable(Exception cause) =>
        cause is ProviderUnavailableException or HttpRequestException or TimeoutException or OpenIdConnectProtocolException { InnerException: not (null or OpenIdConnectProtocolException) };

    /// <summary>The error that the provider's page sent along is no fault of a token; the framework gives both the same type.</summary>
    private static bool IsAnswerWrong(Exception cause) =>
        cause is ProviderAnswerException or SecurityTokenException or ArgumentException or System.Text.Json.JsonException or FormatException
        || (cause is OpenIdConnectProtocolException && !cause.Data.Contains("error"));

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
