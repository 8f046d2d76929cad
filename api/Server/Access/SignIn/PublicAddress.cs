namespace SecurityTracker.Server.Access.SignIn;

/// <summary>
/// The address by which people reach the program: <c>PublicUrl</c>, and, as long as it is not set, the one that the request was sent
/// to (a name other than ours is not answered: see the hosts that are allowed).
/// </summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>The setting.</summary>
    public const string Setting = "PublicUrl";

    /// <summary>The address without a slash at its end.</summary>
    public string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (configuration[Setting] ?? $"{context.Request.Scheme}://{context.Request.Host}").TrimEnd('/');
    }
}
