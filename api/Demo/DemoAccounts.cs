using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Demo;

/// <summary>
/// The accounts of the made-up world, shown to everyone who opens its sign-in page; in demo mode alone, which listens on loopback
/// and is refused in production.
/// </summary>
internal sealed class DemoAccounts(Accounts accounts, Totp totp) : IAccountsShown
{
    private readonly TaskCompletionSource there = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The people are laid in.</summary>
    public void AreThere() => there.TrySetResult();

    /// <summary>Nobody will come.</summary>
    public void AreMissing(Exception why) => there.TrySetException(why);

    /// <summary>The accounts with the codes of this moment. In the first second it waits for the people.</summary>
    public async Task<IReadOnlyList<DemoSignIn>> ToShow(CancellationToken ct)
    {
        await there.Task.WaitAsync(ct);
        var shown = new List<DemoSignIn>();
        foreach (var person in DemoCast.People.Where(person => person.Label is not null))
        {
            if (await accounts.Of(person.Mail, ct) is { } account)
            {
                shown.Add(new(person.Mail, DemoPeople.Password, LabelOf(person), PlaceOf(person), account.TotpSecret is { } secret ? totp.CodeNow(secret) : null));
            }
        }

        return shown;
    }

    /// <summary>What a newcomer is told of a person: the part that they play, and the name.</summary>
    public static Message LabelOf(DemoPerson person)
    {
        var role = person.Roles[0].Role;
        var part = person.Label ?? new(Actors.NameOf(role), role.ToString().ToLowerInvariant().Replace('_', ' '));
        return new($"{part.Ja}　{person.Name.Replace('　', ' ')}", $"{part.En}, {person.Name.Replace('　', ' ')}");
    }

    /// <summary>Where they belong.</summary>
    public static string PlaceOf(DemoPerson person)
    {
        var role = person.Roles[0];
        return person.Roles.Count > 1 || role.Section is null ? role.Organisation : $"{role.Organisation} {role.Section}";
    }
}
