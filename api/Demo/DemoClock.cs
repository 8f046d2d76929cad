using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SecurityTracker.Demo;

/// <summary>
/// The clock of the made-up world: a request of its own filling happens when it says, so that the world has a past. Which requests
/// these are, a key tells that is made at the start and leaves the process for nobody. For everyone else it is now.
/// </summary>
/// <param name="now">The clock of everyone else.</param>
internal sealed class DemoClock(TimeProvider now) : TimeProvider
{
    /// <summary>The header of such a request: the key and the instant.</summary>
    public const string Header = "Demo-Time";

    private static readonly AsyncLocal<DateTimeOffset?> Moment = new();

    private readonly string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public override DateTimeOffset GetUtcNow() => Moment.Value ?? now.GetUtcNow();

    /// <summary>What a request of the filling says.</summary>
    public string Saying(DateTimeOffset at) => $"{key} {at.UtcDateTime:O}";

    /// <summary>From here to the end of the surrounding method it is another time.</summary>
    public static void Set(DateTimeOffset at) => Moment.Value = at;

    /// <summary>The instant that a request says, or null where it is not one of the filling.</summary>
    public DateTimeOffset? Read(string? said) =>
        said?.Split(' ') is [var shown, var at] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(key))
            ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;
}

/// <summary>Lets requests of the filling happen when they say. It stands before everything that asks for the time.</summary>
internal sealed class DemoTime(TimeProvider time) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var clock = (DemoClock)time;
        // An async method of its own: the time ends with the request.
        app.Use(async (context, rest) =>
        {
            if (clock.Read(context.Request.Headers[DemoClock.Header]) is { } at)
            {
                DemoClock.Set(at);
            }

            await rest(context);
        });
        next(app);
    };
}
