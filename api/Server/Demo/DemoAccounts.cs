using System.Globalization;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Demo;

/// <summary>
/// The accounts of the made-up world, shown to everyone who opens its sign-in page; in demo mode alone, which listens on loopback
/// and is refused in production.
/// </summary>
public sealed class DemoAccounts(IConfiguration configuration, DemoPeople people, Accounts accounts, Totp totp)
{
    /// <summary>The accounts with the codes of this moment; null outside of demo mode.</summary>
    public async Task<IReadOnlyList<DemoSignIn>?> ToShow(CancellationToken ct)
    {
        if (!configuration.GetValue("demo", defaultValue: false))
        {
            return null;
        }

        var shown = new List<DemoSignIn>();
        foreach (var person in await people.First(ct))
        {
            if (await accounts.Of(person.Id, ct) is { } account)
            {
                shown.Add(new(person.Mail, DemoPeople.Password, string.Create(CultureInfo.InvariantCulture, $"{person.OrganisationName} {Actors.NameOf(person.Role)}"), account.TotpSecret is { } secret ? totp.CodeNow(secret) : null));
            }
        }

        return shown;
    }
}
