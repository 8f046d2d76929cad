using System.Text.Json.Serialization;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>What a session still waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignInStep>))]
internal enum SignInStep
{
    /// <summary>Nothing: the person is signed in.</summary>
    DONE,

    /// <summary>The second factor.</summary>
    SECOND_FACTOR,

    /// <summary>The person must have a second factor, and has to set one up first.</summary>
    ENROL_SECOND_FACTOR,
}

/// <summary>How a session began.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignInMethod>))]
internal enum SignInMethod
{
    /// <summary>A password.</summary>
    PASSWORD,

    /// <summary>A passkey.</summary>
    PASSKEY,

    /// <summary>A provider of OpenID Connect.</summary>
    OIDC,
}

/// <summary>A session as it stands at a request.</summary>
/// <param name="Id">By which it is listed and revoked; not the key.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="MembershipId">What the person acts as, or null.</param>
/// <param name="Next">What it waits for.</param>
/// <param name="Method">How it began.</param>
/// <param name="SecondFactor">Whether a second factor was shown.</param>
/// <param name="ReauthenticatedAt">When the person last proved to be the one.</param>
/// <param name="ExpiresAt">When it ends, whatever happens.</param>
internal sealed record SignedIn(
    Guid Id, Guid PersonId, Guid? MembershipId, SignInStep Next, SignInMethod Method, bool SecondFactor,
    DateTimeOffset SignedInAt, DateTimeOffset LastSeenAt, DateTimeOffset ReauthenticatedAt, TimeSpan Idle, DateTimeOffset ExpiresAt, string UserAgent)
{
    /// <summary>Whether the session has seen what a role demands; someone may be given a role after signing in.</summary>
    public bool Reaches(Role role) => SecondFactor || !OfficesOfTheMinistry.DemandSecondFactor(role);

    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    internal const string Columns =
        "s.id, s.person_id, s.membership_id, s.next, s.method, s.second_factor, s.signed_in_at, s.last_seen_at, s.reauthenticated_at, s.idle_seconds, s.expires_at, s.user_agent";

    internal const int ColumnCount = 12;

    internal static SignedIn Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.OrNull<Guid>(2), row.Word<SignInStep>(3), row.Word<SignInMethod>(4), row.GetBoolean(5),
        row.GetFieldValue<DateTimeOffset>(6), row.GetFieldValue<DateTimeOffset>(7), row.GetFieldValue<DateTimeOffset>(8),
        TimeSpan.FromSeconds(row.GetInt32(9)), row.GetFieldValue<DateTimeOffset>(10), row.GetString(11));
}

/// <summary>A session together with its person.</summary>
internal sealed record SessionAtHand(SignedIn Session, Versioned<Person> Person);
