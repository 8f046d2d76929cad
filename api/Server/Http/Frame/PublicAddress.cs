using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Http;

/// <summary>
/// The address by which people reach the program: <c>PublicUrl</c>, and, as long as it is not set, the one that the request was sent
/// to (a name other than ours is not answered: see the hosts that are allowed).
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>The setting.</summary>
    public const string Setting = "PublicUrl";

    /// <summary>The address without a slash at its end.</summary>
    public string Of(HttpContext context) =>
        (configuration[Setting] ?? $"{context.Request.Scheme}://{context.Request.Host}").TrimEnd('/');

    /// <summary>The host of the setting, or null without one.</summary>
    public static string? Host(IConfiguration configuration) => Configured(configuration)?.Host;

    /// <summary>Whether people reach the program over https.</summary>
    public static bool IsHttps(IConfiguration configuration) => Configured(configuration)?.Scheme == Uri.UriSchemeHttps;

    private static Uri? Configured(IConfiguration configuration) =>
        configuration[Setting] is not { Length: > 0 } setting ? null
            : Uri.TryCreate(setting, UriKind.Absolute, out var address) && address is { PathAndQuery: "/", Fragment: "" } && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
                ? address
                : throw new StartRefusedException($"{Setting} must be the https address of the program without a path, such as https://securitytracker.example.go.jp.");
}
